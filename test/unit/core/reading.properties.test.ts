import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classifyRequest } from '../../../src/core/classify.ts'
import type { Mapping } from '../../../src/core/endpoint.ts'
import { type CapturedRequest, readingSchema } from '../../../src/core/postback.ts'
import { readTarget } from '../../../src/core/query.ts'
import { readRequest } from '../../../src/core/reading.ts'
import { verdictOf } from '../../../src/core/verdict.ts'
import { aCapturedRequest, aMapping, readingOf } from '../../support/builders.ts'

const latin1 = fc.string({ unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)) })
const anyText = fc.string({ unit: 'binary', maxLength: 60 })
/** Text made of what matters to the reader, so that rules really fire. */
const shards = fc.constantFrom(
  ...'/hitpoint|/|?|&|=|;|#|+|%|%20|%26|%3D|%3F|%25|%C3|%A9|%00|%E2%80%8B|%7B|%7D|{|}|[|]|<|>|$|-|.|e|9|\u00a4|\u00e9| '.split(
    '|',
  ),
  ...'user_id|reward_amount|User_ID|amount|u1|5|1,50|1.000|null|amp;|http://x.test|USD'.split('|'),
)
const shapedTarget = fc
  .array(shards, { maxLength: 25 })
  .map((parts) => parts.join(''))
  .chain((tail) => fc.constantFrom(tail, `/hitpoint?${tail}`, `/hitpoint?user_id=${tail}`))
const target = fc.oneof(shapedTarget, latin1, anyText)

const name = fc.oneof(fc.constantFrom('user_id', 'reward_amount', 'u', '__proto__', 'constructor'), anyText)
const mapping: fc.Arbitrary<Mapping> = fc.record({
  id: fc.string({ minLength: 1 }),
  path: fc.oneof(fc.constantFrom('/', '/hitpoint', '/a/b'), anyText),
  userIdParam: name,
  rewardAmountParam: name,
  extraFields: fc.array(fc.record({ field: fc.constantFrom('transaction_id', 'status'), param: name }), {
    maxLength: 3,
  }),
  duplicateWindowMinutes: fc.nat(100),
})
const mappings = fc.oneof(fc.constant([aMapping()]), fc.array(mapping, { maxLength: 3 }))

const request: fc.Arbitrary<CapturedRequest> = fc
  .record({
    method: fc.oneof(fc.constantFrom('GET', 'HEAD', 'POST', 'OPTIONS', 'CONNECT'), anyText),
    target,
    rawHeaders: fc.array(
      fc.oneof(anyText, fc.constantFrom('User-Agent', 'Accept', 'Content-Type', 'application/json', 'Mozilla/5.0')),
      { maxLength: 8 },
    ),
    body: fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.json().map((text) => new TextEncoder().encode(text)),
      fc.array(shards).map((parts) => new TextEncoder().encode(`{"a":${parts.join('"')}`)),
    ),
    bodyLength: fc.nat(1000),
  })
  .map((parts) => aCapturedRequest(parts))

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value) && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(deepFreeze)
  }
  return value
}

const runs = { numRuns: 1500 }

describe('reading any request', () => {
  it('never throws and always gives a reading of the declared shape', () => {
    fc.assert(
      fc.property(request, mappings, (captured, endpoints) => {
        const reading = readRequest(captured, endpoints)
        expect(readingSchema.parse(reading)).toEqual(reading)
      }),
      runs,
    )
  })

  it('is a pure function: the same input twice gives the same reading, and nothing is changed', () => {
    fc.assert(
      fc.property(request, mappings, (captured, endpoints) => {
        deepFreeze(captured)
        deepFreeze(endpoints)
        expect(readRequest(captured, endpoints)).toEqual(readRequest(captured, endpoints))
      }),
      runs,
    )
  })

  it('marks evidence inside the target, in ascending order', () => {
    fc.assert(
      fc.property(request, mappings, (captured, endpoints) => {
        for (const { evidence } of readRequest(captured, endpoints).findings) {
          let before = 0
          for (const { start, end } of evidence) {
            expect(start).toBeGreaterThanOrEqual(before)
            expect(end).toBeGreaterThanOrEqual(start)
            expect(end).toBeLessThanOrEqual(captured.target?.length ?? 0)
            before = start
          }
        }
      }),
      runs,
    )
  })

  it('has the verdict that follows from its findings, and none without being a postback', () => {
    fc.assert(
      fc.property(request, mappings, (captured, endpoints) => {
        const { kind, verdict, findings } = readRequest(captured, endpoints)
        expect(verdict).toBe(kind === 'postback' ? verdictOf(findings) : null)
        expect(kind === 'postback' ? [] : findings).toEqual([])
      }),
      runs,
    )
  })

  it('says no code twice of one field, and explains an amount without a value exactly once', () => {
    fc.assert(
      fc.property(request, (captured) => {
        const reading = readRequest(captured, [aMapping()])
        const named = reading.findings.map(({ code, field }) => `${code}:${String(field)}`)
        expect(new Set(named).size).toBe(named.length)
        if (reading.kind !== 'postback') return
        const why = reading.findings.filter(
          ({ code, field, severity }) =>
            severity === 'error' &&
            (code.startsWith('amount-') || code === 'values-swapped' || field === 'reward_amount'),
        )
        expect(why.length).toBe(reading.amountValue === null ? 1 : 0)
      }),
      runs,
    )
  })

  it('is classified from its head alone as it is read whole', () => {
    fc.assert(
      fc.property(request, mappings, (captured, endpoints) => {
        const { method, target: rawTarget, rawHeaders } = captured
        if (method === null || rawTarget === null) return
        const head = classifyRequest({ method, target: rawTarget, rawHeaders }, endpoints)
        const reading = readRequest(captured, endpoints)
        expect(head.kind).toBe(reading.kind)
        const owner = reading.kind === 'noise' ? null : (head.endpoint?.id ?? reading.endpointId)
        expect(reading.endpointId).toBe(owner)
      }),
      runs,
    )
  })
})

describe('reading a target', () => {
  it('keeps every character: the parts are slices of the raw text at their spans', () => {
    fc.assert(
      fc.property(target, (raw) => {
        const { path, query, fragment, pieces } = readTarget(raw)
        const parts = [path, query, fragment, ...pieces.map((piece) => piece.raw)]
        for (const part of parts.filter((one) => one !== null)) {
          expect(raw.slice(part.span.start, part.span.end)).toBe(part.text)
        }
        for (const token of pieces.flatMap((piece) => [piece.name, piece.value]).filter((one) => one !== null)) {
          expect(raw.slice(token.span.start, token.span.end)).toBe(token.raw)
        }
        const rejoined = pieces.map((piece) => piece.raw.text).join('&')
        expect(rejoined).toBe((query?.text ?? '').split('&').filter(Boolean).join('&'))
      }),
      runs,
    )
  })

  it('gives back exactly what was encoded', () => {
    const wellFormed = fc.string({ unit: 'grapheme', minLength: 1 })
    fc.assert(
      fc.property(wellFormed, wellFormed, (user, amount) => {
        const encoded = `/hitpoint?user_id=${encodeURIComponent(user)}&reward_amount=${encodeURIComponent(amount)}`
        expect(readingOf(encoded)).toMatchObject({ userId: user, rewardAmount: amount })
      }),
      runs,
    )
  })

  it('never warns about a plain id and a plain amount', () => {
    const id = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{3,30}[0-9]$/)
    const amount = fc.stringMatching(/^[1-9][0-9]{0,8}(\.[0-9]{1,4})?$/)
    fc.assert(
      fc.property(id, amount, (user, reward) => {
        const { verdict, amountValue } = readingOf(`/hitpoint?user_id=${user}&reward_amount=${reward}`)
        expect(verdict).toBe('pass')
        expect(amountValue).not.toBeNull()
      }),
      runs,
    )
  })
})
