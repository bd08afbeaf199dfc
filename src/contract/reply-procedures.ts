import { z } from 'zod'
import { deliverySeriesSchema } from '../core/delivery-records.ts'
import { endpointSchema } from '../core/endpoint.ts'
import { postbackSummarySchema } from '../core/postback.ts'

const nothing = z.object({})
const endpointId = z.object({ id: z.string() })

/** Where an endpoint's reply script stands: how many postbacks it has answered since it began. */
export const scriptPositionSchema = z.object({ endpointId: z.string(), given: z.int() })

/** An endpoint's path is another one, and the dashboard still has the old one. Both with their secret segments. */
export const pathChangeSchema = z.object({
  endpointId: z.string(),
  oldPath: z.string(),
  newPath: z.string(),
  at: z.int(),
})
export type PathChange = z.infer<typeof pathChangeSchema>

const pathChanges = z.object({ changes: z.array(pathChangeSchema).readonly() })

/** Reply scripts, what senders made of the replies, and secret paths. */
export const replyProcedures = {
  'endpoint.scriptPositions': {
    input: nothing,
    output: z.object({ positions: z.array(scriptPositionSchema).readonly() }),
  },
  /** The script's next reply is its first step again. */
  'endpoint.restartScript': { input: endpointId, output: nothing },

  /** The deliveries of the same reward around a stored postback. */
  'delivery.series': { input: z.object({ id: z.int().min(1) }), output: deliverySeriesSchema },
  /** The newest postbacks of an endpoint, oldest first. */
  'delivery.ofEndpoint': {
    input: endpointId,
    output: z.object({ attempts: z.array(postbackSummarySchema).readonly() }),
  },

  /** A new secret last segment, made by the host; what is sent to the old one is an unknown path from then on. */
  'endpoint.rotateToken': { input: endpointId, output: endpointSchema },
  'endpoint.removeToken': { input: endpointId, output: endpointSchema },
  /** Undoes the last of the two: what was in force before is again. */
  'endpoint.restoreToken': { input: endpointId, output: endpointSchema },
  'path.changes': { input: nothing, output: pathChanges },
  /** The dashboard has the new path. */
  'path.dismissChange': { input: endpointId, output: nothing },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

export const replyEvents = {
  'script.moved': z.object({ positions: z.array(scriptPositionSchema).readonly() }),
  'path.changed': pathChanges,
} as const satisfies Record<string, z.ZodType>
