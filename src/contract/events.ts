import { z } from 'zod'
import { endpointSchema } from '../core/endpoint.ts'
import { postbackSummarySchema } from '../core/postback.ts'
import { settingsSchema } from '../core/settings.ts'
import {
  outageSchema,
  receiverStatusSchema,
  rereadProgressSchema,
  storeStatusSchema,
  tunnelStatusSchema,
  urlChangeSchema,
} from '../core/status.ts'

/** Every event, once: its name and what it carries. */
export const events = {
  /** Committed requests, in order of arrival. */
  'postback.received': z.object({ postbacks: z.array(postbackSummarySchema).readonly() }),
  'postback.replied': z.object({
    replies: z.array(z.object({ id: z.int(), sentAt: z.int().nullable(), senderGone: z.boolean() })).readonly(),
  }),
  'receiver.changed': receiverStatusSchema,
  'tunnel.changed': tunnelStatusSchema,
  'store.changed': storeStatusSchema,
  'endpoint.changed': z.object({ endpoints: z.array(endpointSchema).readonly() }),
  'settings.changed': z.object({ settings: settingsSchema }),
  'url.changed': z.object({ change: urlChangeSchema.nullable() }),
  'reread.progressed': rereadProgressSchema,
  'outage.changed': z.object({ outage: outageSchema }),
} as const satisfies Record<string, z.ZodType>

export type EventName = keyof typeof events
export type EventPayload<E extends EventName> = z.output<(typeof events)[E]>

/** One event as it stands in the log. `seq` grows by one with each event of one run of the host. */
export type LoggedEvent = {
  [E in EventName]: { readonly seq: number; readonly event: E; readonly payload: EventPayload<E> }
}[EventName]

export function isEventName(name: string): name is EventName {
  return Object.hasOwn(events, name)
}
