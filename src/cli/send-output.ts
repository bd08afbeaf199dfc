import { headerPairs } from '../core/as-text.ts'
import { base64ToLatin1 } from '../core/base64.ts'
import type { OutgoingRequest, SendOutcome } from '../core/outgoing.ts'
import { type Output, printable } from './output.ts'

/** Told of each sending once it is over. `nth` counts from 1. */
export type SendReporter = (nth: number, request: OutgoingRequest, outcome: SendOutcome) => void

/** For people: a line of facts, then the reply's body. */
export function textSendReporter(output: Output): SendReporter {
  return (_nth, request, outcome) => {
    const { reply, failure } = outcome
    const status = reply === null ? '---' : printable(`${String(reply.status)} ${reply.statusText}`.trimEnd())
    const time = `${outcome.totalMs.toFixed(1)} ms`
    output.line(`${status}  ${time}  ${request.method} ${printable(request.origin + request.target)}`)
    if (failure !== null) output.line(`  ${printable(failure.sentence)}`)
    if (reply === null || reply.bodyLength === 0) return
    const text = utf8(reply.bodyBase64)
    for (const line of text.slice(0, MOST_PRINTED).split('\n')) output.line(`  ${printable(line)}`)
    if (text.length > MOST_PRINTED)
      output.line(`  … ${String(reply.bodyLength)} bytes in all; --json has more of them.`)
  }
}

const MOST_PRINTED = 2000

/** For programs: one object a line. `body` is the UTF-8 text, `bodyBase64` its bytes as far as they were kept. */
export function jsonSendReporter(output: Output): SendReporter {
  return (nth, request, { startedAt, totalMs, reply, failure }) => {
    output.line(
      JSON.stringify({
        event: 'postback.sent',
        nth,
        at: new Date(startedAt).toISOString(),
        method: request.method,
        url: request.origin + request.target,
        status: reply?.status ?? null,
        totalMs,
        headers: reply === null ? [] : headerPairs(reply.rawHeaders),
        body: reply === null ? null : utf8(reply.bodyBase64),
        bodyBase64: reply?.bodyBase64 ?? null,
        bodyLength: reply?.bodyLength ?? null,
        failure: failure === null ? null : { code: failure.code, sentence: failure.sentence },
      }),
    )
  }
}

function utf8(base64: string): string {
  return new TextDecoder().decode(Uint8Array.from(base64ToLatin1(base64), (byte) => byte.charCodeAt(0)))
}
