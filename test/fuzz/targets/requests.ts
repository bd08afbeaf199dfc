import { base64ToLatin1 } from '../../../src/core/base64.ts'
import { base64ToBytes } from '../../../src/core/base64-bytes.ts'
import { readBodyFields } from '../../../src/core/body-fields.ts'
import { classifyRequest } from '../../../src/core/classify.ts'
import { isPossibleDuplicate, withPossibleDuplicate } from '../../../src/core/duplicate.ts'
import { readingSchema } from '../../../src/core/postback.ts'
import { readTarget } from '../../../src/core/query.ts'
import { readRequest } from '../../../src/core/reading.ts'
import { verdictOf } from '../../../src/core/verdict.ts'
import { aCapturedRequest, aMapping } from '../../support/builders.ts'
import { readingVectors } from '../../support/reading-vectors.ts'
import type { FuzzInput } from '../engine/input.ts'
import { type FuzzTarget, must, mustBeHarmless, mustEqual, mustLieIn } from '../engine/target.ts'

const TARGETS = readingVectors().flatMap(({ vectors }) => vectors.map(({ target }) => target))
const TOKEN = 'abcdefghijklmnopqrstuv'
const MAPPINGS = [
  aMapping(),
  aMapping({
    id: 'e2',
    path: '/secret',
    userIdParam: 'uid',
    rewardAmountParam: 'amt',
    extraFields: [{ field: 'transaction_id', param: 'tx' }],
    pathToken: TOKEN,
    formerPathTokens: [{ token: null, until: 1 }],
  }),
]

/** Cutting a request-target: every part is a slice of it, and nothing gets lost. */
export const targetReader: FuzzTarget = {
  name: 'target-reader',
  seeds: TARGETS,
  run({ latin1 }) {
    const target = readTarget(latin1)
    const { path, query, fragment, pieces } = target
    for (const part of [path, query, fragment, ...pieces.map(({ raw }) => raw)]) {
      if (part !== null) must(latin1.slice(part.span.start, part.span.end) === part.text, 'a part is no slice')
    }
    for (const token of pieces.flatMap(({ name, value }) => [name, value])) {
      if (token !== null) must(latin1.slice(token.span.start, token.span.end) === token.raw, 'a token is no slice')
    }
    const rejoined = pieces.map(({ raw }) => raw.text).join('&')
    must(rejoined === (query?.text ?? '').split('&').filter(Boolean).join('&'), 'a piece got lost')
    mustEqual(readTarget(latin1), target, 'read twice')
  },
}

/** A whole reading: method, target, headers and body are the input's four texts. */
export const reading: FuzzTarget = {
  name: 'reading',
  seeds: [
    ...TARGETS,
    `/secret/${TOKEN}?uid=u&amt=5&tx=1`,
    '/hitpoint?user_id=u&reward_amount=5\x1fPOST\x1fContent-Type\napplication/json\x1f{"user_id":"u","reward_amount":5}',
    '/hitpoint\x1fPOST\x1fContent-Type\napplication/x-www-form-urlencoded\x1fuser_id=u&reward_amount=5',
    '/hitpoint?user_id=u\x1fGET\x1fUser-Agent\nMozilla/5.0\nAccept\ntext/html\nSec-Fetch-Mode\nnavigate',
    '/hitpoint?user_id=u\x1fGET\x1fUser-Agent\nSlackbot-LinkExpanding 1.0',
  ],
  run(input) {
    const request = requestOf(input)
    const found = readRequest(request, MAPPINGS)
    mustEqual(readingSchema.parse(found), found, 'the declared shape')
    mustEqual(readRequest(request, MAPPINGS), found, 'read twice')
    must(found.verdict === (found.kind === 'postback' ? verdictOf(found.findings) : null), 'the verdict')
    must(found.kind === 'postback' || found.findings.length === 0, 'a finding of what is no postback')
    for (const { detail, evidence } of found.findings) {
      mustLieIn(evidence, request.target.length)
      mustBeHarmless(detail, 'a finding’s sentence')
    }
    const head = classifyRequest(request, MAPPINGS)
    must(head.kind === found.kind, 'classified as read')
    const dated = { ...found, receivedAt: 1_000 }
    must(
      MAPPINGS.every((mapping) => {
        const isOne = isPossibleDuplicate(dated, { ...dated, receivedAt: 900 }, mapping)
        return isOne === isPossibleDuplicate({ ...dated, receivedAt: 900 }, dated, mapping)
      }),
      'a duplicate both ways',
    )
    const once = withPossibleDuplicate(found, { id: 1, receivedAt: 5 })
    mustEqual(withPossibleDuplicate(once, { id: 1, receivedAt: 5 }), once, 'a duplicate found twice')
  },
}

/** The input as a request; its texts hold one character a byte. */
export function requestOf({ latin1 }: FuzzInput) {
  const [target = '', method = 'GET', headers = '', body = ''] = latin1.split('\x1f')
  const rawHeaders = headers === '' ? ['Host', 'x'] : headers.split('\n')
  return {
    ...aCapturedRequest({ rawHeaders, body: Buffer.from(body, 'latin1') }),
    target,
    method: method === '' ? 'GET' : method,
  }
}

/** Forms and JSON in bodies: never more than the bounds, whatever stands there. */
export const bodyFields: FuzzTarget = {
  name: 'body-fields',
  seeds: [
    'application/json\x1f{"user_id":"u_1","reward_amount":1.50,"n":{"a":[1,"]"]},"b":null}',
    'application/x-www-form-urlencoded\x1fuser_id=u+1&reward_amount=%35',
    'text/plain\x1fa=b',
    '\x1f{"a":"\\u0041\\ud800"}',
  ],
  run({ latin1, bytes }) {
    const divider = latin1.indexOf('\x1f')
    const type = divider < 0 ? null : latin1.slice(0, divider)
    const fields = readBodyFields(bytes.subarray(divider + 1), type)
    must(fields.length <= 100, 'more fields than the bound')
    must(
      fields.every(({ name, value }) => typeof name === 'string' && typeof value === 'string'),
      'a field that is no text',
    )
    mustEqual(readBodyFields(bytes.subarray(divider + 1), type), fields, 'read twice')
  },
}

/** Base64 there and back, and of any text without a throw. */
export const base64: FuzzTarget = {
  name: 'base64',
  seeds: ['', 'a', 'QUJD', 'QQ==', 'Q Q=='],
  run({ bytes, latin1, text }) {
    const encoded = Buffer.from(bytes).toString('base64')
    must(base64ToLatin1(encoded) === latin1, 'latin1 there and back')
    must(Buffer.from(base64ToBytes(encoded)).equals(Buffer.from(bytes)), 'bytes there and back')
    base64ToLatin1(text)
    base64ToBytes(text)
  },
}
