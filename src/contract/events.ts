import { z } from 'zod'
import { endpointSchema } from '../core/endpoint.ts'
import { markedSchema } from '../core/mark.ts'
import { postbackSummarySchema } from '../core/postback.ts'
import { sendRunSchema } from '../core/sending.ts'
import { settingsSchema } from '../core/settings.ts'
import {
  noticeSchema,
  outageSchema,
  receiverStatusSchema,
  rereadProgressSchema,
  storeStatusSchema,
  tunnelStatusSchema,
  urlChangeSchema,
} from '../core/status.ts'
import { conformanceEvents } from './conformance-procedures.ts'
import { desktopEvents } from './desktop-procedures.ts'
import { expectationChangedSchema } from './expectation-procedures.ts'
import { removalEvents } from './removal-procedures.ts'
import { replyEvents } from './reply-procedures.ts'
import { secretEvents } from './secret-procedures.ts'
import { transferEvents } from './transfer-procedures.ts'

/** Every event, once: its name and what it carries. */
export const events = {
  /** Committed requests, in order of arrival. */
  'postback.received': z.object({ postbacks: z.array(postbackSummarySchema).readonly() }),
  'postback.replied': z.object({
    replies: z
      .array(z.object({ id: z.int(), sentAt: z.int().nullable(), senderGone: z.boolean(), status: z.int().optional() }))
      .readonly(),
  }),
  'receiver.changed': receiverStatusSchema,
  'tunnel.changed': tunnelStatusSchema,
  'store.changed': storeStatusSchema,
  'endpoint.changed': z.object({ endpoints: z.array(endpointSchema).readonly() }),
  'settings.changed': z.object({ settings: settingsSchema }),
  'url.changed': z.object({ change: urlChangeSchema.nullable() }),
  'reread.progressed': rereadProgressSchema,
  /** All notices as they are now. */
  'notice.changed': z.object({ notices: z.array(noticeSchema).readonly() }),
  'send.progressed': z.object({ run: sendRunSchema }),
  /** Another attempt to forward this postback is on disk. */
  'forward.changed': z.object({ postbackId: z.int() }),
  'outage.changed': z.object({ outage: outageSchema }),
  /** What requests are marked with now. */
  'mark.changed': z.object({ marks: z.array(markedSchema).readonly() }),
  'expectation.changed': expectationChangedSchema,
  ...conformanceEvents,
  ...desktopEvents,
  ...removalEvents,
  ...replyEvents,
  ...secretEvents,
  ...transferEvents,
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
