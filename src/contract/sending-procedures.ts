import { z } from 'zod'
import { LONGEST_BODY, LONGEST_HEAD, placeSchema, sendPlanSchema, sendRunSchema, sentSchema } from '../core/sending.ts'
import { errorsWords } from '../words/of/errors.ts'

const method = z.string().min(1).max(40)
const target = z
  .string()
  .min(1)
  .max(LONGEST_HEAD, { error: () => errorsWords().send.longTarget })
/** Name, value, name, value …, one character a byte. */
const rawHeaders = z
  .array(z.string())
  .max(400, { error: () => errorsWords().send.manyHeaders })
  .refine((all) => all.join('').length <= LONGEST_HEAD, { error: () => errorsWords().send.longHeaders })
  .readonly()
const bodyBase64 = z.base64().max(Math.ceil(LONGEST_BODY / 3) * 4, { error: () => errorsWords().send.longBody })

const how = {
  to: placeSchema,
  /** The user has said yes to a host that is not local. */
  confirmed: z.boolean(),
  plan: sendPlanSchema,
}
const run = z.object({ runId: z.int().min(1) })

/** Sending what was stored or composed, once or many times. */
export const sendingProcedures = {
  /** Sends a composed request. `rawHeaders` without a `Host` get the place's. */
  'send.start': {
    input: z.object({ ...how, request: z.object({ method, target, rawHeaders, bodyBase64 }) }),
    output: sendRunSchema,
  },
  /**
   * Sends a stored request again, byte for byte but for the headers of its connection and `Host`; what `edits`
   * holds takes the place of what was stored, and is sent as it is.
   */
  'send.replay': {
    input: z.object({
      ...how,
      id: z.int().min(1),
      edits: z.object({ method, target, rawHeaders, bodyBase64 }).partial(),
    }),
    output: sendRunSchema,
  },
  /** Ends a run: what is under way is cut off, the rest is not sent. */
  'send.cancel': { input: run, output: sendRunSchema },
  /** The runs of this start of the inspector that are still kept, newest first. */
  'send.runs': { input: z.object({}), output: z.array(sendRunSchema).readonly() },
  /** What came of a run so far, in the order sent, from the `from`th on. */
  'send.results': {
    input: z.object({ ...run.shape, from: z.int().min(1), limit: z.int().min(1).max(200) }),
    output: z.array(sentSchema).readonly(),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>
