import { z } from 'zod'
import { callErrorSchema } from './errors.ts'
import { JsonText } from './json-text.ts'

/** What a client says to a host, over any transport. */
export const clientMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('call'), id: z.int().min(0), procedure: z.string().max(100), input: z.unknown() }),
  /** Asks for all events after `after` of the run named `epoch`; null for a client that has seen none. */
  z.object({ type: z.literal('subscribe'), epoch: z.string().max(100).nullable(), after: z.int().min(0) }),
])
export type ClientMessage = z.infer<typeof clientMessageSchema>

/** What a host says to a client. `epoch` names one run of the host: `seq` counts anew in each. */
export const hostMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('output'), id: z.int(), output: z.unknown() }),
  z.object({ type: z.literal('error'), id: z.int(), error: callErrorSchema }),
  z.object({
    type: z.literal('events'),
    epoch: z.string(),
    events: z.array(z.object({ seq: z.int(), event: z.string(), payload: z.unknown() })),
  }),
  /** Events were missed for good: read everything again; what follows starts after `seq`. */
  z.object({ type: z.literal('resync'), epoch: z.string(), seq: z.int() }),
])
export type HostMessage = z.infer<typeof hostMessageSchema>

/** The message as it goes over every transport. */
export function hostMessageToText(message: HostMessage): string {
  return message.type === 'output' && message.output instanceof JsonText
    ? `{"type":"output","id":${String(message.id)},"output":${message.output.text}}`
    : JSON.stringify(message)
}

/** Reads what a host sent; null where it is no message of a host's. */
export function hostMessageFromText(text: unknown): HostMessage | null {
  if (typeof text !== 'string') return null
  try {
    return hostMessageSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
