import { toCurl, toRawRequest } from '../../../src/core/as-text.ts'
import { compareRequests } from '../../../src/core/compare.ts'
import { DEFAULT_ENDPOINT_CONFIG, endpointConfigSchema } from '../../../src/core/endpoint.ts'
import { toHar } from '../../../src/core/har-entry.ts'
import type { PostbackDetail } from '../../../src/core/postback.ts'
import { replyAt, stepAt } from '../../../src/core/reply-script.ts'
import { headersAsText, headersForResending, headersFromText, resendProblem } from '../../../src/core/resend.ts'
import { aDetail, aRejectedDetail } from '../../support/detail-builders.ts'
import { type FuzzInput, inputOf } from '../engine/input.ts'
import { type FuzzTarget, must, mustEqual } from '../engine/target.ts'
import { requestOf } from './requests.ts'

const REQUESTS = [
  '/hitpoint?user_id=u&reward_amount=5\x1fGET\x1fHost\nx\nCookie\na=b; c=d\nX-Forwarded-Proto\nhttps\x1f',
  '/a?b=c#d\x1fPOST\x1fContent-Type\napplication/json\nConnection\nclose, X-Y\nX-Y\nz\x1f{"a":[1,2]}',
  'http://h:1/p?q\x1fPUT\x1fCONTENT-TYPE\napplication/x-www-form-urlencoded\x1fa=b&c',
  '*\x1fOPTIONS\x1fTE\ntrailers\x1f',
]

function detailOf(input: FuzzInput): PostbackDetail {
  const { method, target, rawHeaders, body } = requestOf(input)
  const bodyBase64 = Buffer.from(body).toString('base64')
  return aDetail({ method, target, rawHeaders, bodyBase64, bodyLength: body.length })
}

/** A stored request as text, command, HAR and replay: nothing thrown, nothing that acts, nothing added. */
export const asText: FuzzTarget = {
  name: 'as-text',
  seeds: REQUESTS,
  run(input) {
    const detail = detailOf(input)
    for (const one of [detail, aRejectedDetail(input.bytes)]) {
      toRawRequest(one)
      const command = toCurl(one, 'http://127.0.0.1:4070')
      must(/^[\x20-\x7e\n]*$/.test(command), 'a command with more than plain characters')
      const har = toHar(one, 'App', '1.2.3')
      must((har === null) === (one.method === null), 'a HAR of what was no request')
      if (har === null) continue
      const { log } = JSON.parse(har) as { log: { entries: { request: { url: string } }[] } }
      must(URL.canParse(log.entries[0]?.request.url ?? ''), `${String(log.entries[0]?.request.url)} is no URL`)
    }
    resendProblem(detail)
    const sent = headersForResending(detail.rawHeaders, 'http://x.test:80')
    must(sent.length % 2 === 0, 'a name without a value')
    const names = sent.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase())
    must(names.filter((name) => name === 'host').length === 1, 'one Host')
    must(!names.some((name) => name === 'content-length' || name === 'transfer-encoding'), 'a header of framing')
  },
}

/** Two requests beside each other: the same is the same, and it does not matter which stands left. */
export const compare: FuzzTarget = {
  name: 'compare',
  seeds: [...REQUESTS, `${REQUESTS[0] ?? ''}\x1e${REQUESTS[1] ?? ''}`, `${REQUESTS[1] ?? ''}\x1e${REQUESTS[1] ?? ''} `],
  run({ bytes }) {
    const cut = bytes.indexOf(0x1e)
    const left = detailOf(inputOf(cut < 0 ? bytes : bytes.subarray(0, cut)))
    const right = detailOf(inputOf(bytes.subarray(cut + 1)))
    must(compareRequests(left, left).identical, 'it differs from itself')
    const there = compareRequests(left, right)
    must(there.identical === compareRequests(right, left).identical, 'the same both ways')
    mustEqual(compareRequests(left, right), there, 'compared twice')
  },
}

/** Headers as a form shows them, read back. */
export const headerLines: FuzzTarget = {
  name: 'header-lines',
  seeds: ['A: b\nC: d', 'X-Y:  z \n\nE:', 'Bad Name: x', 'no colon', 'A: \u20ac'],
  run({ text }) {
    const read = headersFromText(text)
    if (read.ok) mustEqual(headersFromText(headersAsText(read.rawHeaders)), read, 'read back')
    else must(read.sentence !== '', 'a refusal without a sentence')
  },
}

const SCRIPT = { steps: [{ ...DEFAULT_ENDPOINT_CONFIG.reply, ending: 'complete' }], afterLast: 'start-over' }

/** An endpoint as it may come from outside: taken or refused with sentences, and its script always has a reply. */
export const endpointForm: FuzzTarget = {
  name: 'endpoint-form',
  seeds: [
    JSON.stringify({ ...DEFAULT_ENDPOINT_CONFIG, replyScript: SCRIPT }),
    JSON.stringify({
      ...DEFAULT_ENDPOINT_CONFIG,
      forward: { mode: 'relay', url: 'http://h/p', timeoutMs: 100, retries: 1 },
    }),
    '{"__proto__":{"path":"/x"}}',
    '[]',
  ],
  run({ text }) {
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      return
    }
    const parsed = endpointConfigSchema.safeParse(value)
    if (!parsed.success) {
      must(
        parsed.error.issues.every(({ message }) => message !== ''),
        'a refusal without a sentence',
      )
      return
    }
    for (const given of [0, 1, 2, 50, 1e9]) {
      const step = stepAt(parsed.data.replyScript, given)
      must(step === null || step < parsed.data.replyScript.steps.length, 'a step that is not there')
      must(replyAt(parsed.data, given).reply.status >= 200, 'no reply')
    }
  },
}
