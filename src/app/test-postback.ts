import type { TestResult } from '../contract/procedures.ts'
import { composeTarget } from '../core/compose.ts'
import type { Endpoint } from '../core/endpoint.ts'
import { get } from '../services/tunnel/http-get.ts'
import { errorsWords } from '../words/of/errors.ts'

const TIMEOUT_MS = 15_000

/**
 * Sends one GET as Adjump would: the dashboard's URL with its macros replaced by percent-encoded values. Goes
 * through the public URL where there is one, and to the receiver itself where there is none.
 */
export async function sendTestPostback(options: {
  readonly endpoint: Endpoint
  readonly publicUrl: string | null
  readonly receiverUrl: string
  readonly userId: string
  readonly rewardAmount: string
  readonly userAgent: string
}): Promise<TestResult> {
  const through = options.publicUrl === null ? 'loopback' : 'tunnel'
  const { userId, rewardAmount } = options
  const url = (options.publicUrl ?? options.receiverUrl) + composeTarget(options.endpoint, { userId, rewardAmount })
  const started = performance.now()
  const answer = await get(url, { timeoutMs: TIMEOUT_MS, userAgent: options.userAgent })
  const latencyMs = Math.round(performance.now() - started)
  const w = errorsWords().send.test
  if (!answer.ok) {
    return { ok: false, through, url, status: null, latencyMs, sentence: w.nothing[through](answer.why) }
  }
  // A reply script answers the test like any other postback, and it takes one of its steps.
  const scripted = options.endpoint.replyScript.steps.length > 0
  const expected = options.endpoint.reply.status
  const ok = scripted || answer.status === expected
  const sentence = ok
    ? w[scripted ? 'scripted' : 'answered'][through](String(answer.status), latencyMs)
    : w.otherwise[through](String(answer.status), String(expected))
  return { ok, through, url, status: answer.status, latencyMs, sentence }
}
