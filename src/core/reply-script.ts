import type { EndpointConfig, ReplyStep } from './endpoint.ts'
import type { PlannedReply } from './postback.ts'

type Scripted = Pick<EndpointConfig, 'reply' | 'replyScript'>

/** What a request gets from an endpoint. `step` counts from 0; null where it is the endpoint's own reply. */
export interface ScriptedReply {
  readonly reply: PlannedReply
  readonly step: number | null
}

/** Which step of a script follows after so many requests; null: the endpoint's own reply. */
export function stepAt({ steps, afterLast }: EndpointConfig['replyScript'], given: number): number | null {
  const { length } = steps
  if (length === 0) return null
  if (given < length) return given
  if (afterLast === 'endpoint-reply') return null
  return afterLast === 'repeat-last' ? length - 1 : given % length
}

/** The reply for the request that comes after `given` others. */
export function replyAt({ reply, replyScript }: Scripted, given: number): ScriptedReply {
  const step = stepAt(replyScript, given)
  const found: ReplyStep | undefined = step === null ? undefined : replyScript.steps[step]
  return found === undefined ? { reply, step: null } : { reply: found, step }
}
