import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_MARK_SUMMARY } from '../../../src/core/mark.ts'
import type { PostbackSummary } from '../../../src/core/postback.ts'
import {
  capturesFromWire,
  capturesToWire,
  repliesFromWire,
  repliesToWire,
  resultFromWire,
  resultToWire,
} from '../../../src/services/store/commit-wire.ts'
import type { Capture, CaptureResult, StoredReply } from '../../../src/services/store/messages.ts'
import { endingOf } from '../../../src/services/store/reply-ending.ts'

const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('GET', '1.1', '127.0.0.1', '\ud800', ''),
)
const orNull = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null })
const bytes = fc.uint8Array({ maxLength: 20 })

const reply: fc.Arbitrary<Capture['reply']> = fc
  .record({
    status: fc.integer({ min: 200, max: 999 }),
    headers: fc.array(fc.tuple(text, text), { maxLength: 3 }),
    body: text,
    delayMs: fc.nat(),
    ending: fc.constantFrom(undefined, 'silence', 'reset', 'cut'),
    relay: fc.constantFrom(undefined, true),
  })
  .map(({ ending, relay, ...rest }) => ({ ...rest, ...(ending && { ending }), ...(relay && { relay }) }))

/** Lists that are alike, as those of one sender are, and others. */
const headers = fc.oneof(
  fc.array(text, { maxLength: 30 }),
  fc
    .tuple(text, fc.nat(30))
    .map(([own, at]) => Array.from({ length: 24 }, (_, n) => (n === at ? own : `text ${String(n)}`))),
)

const capture: fc.Arbitrary<Capture> = fc.record({
  request: fc.record({
    receivedAt: fc.maxSafeInteger(),
    remoteAddress: orNull(text),
    remotePort: orNull(fc.nat(65_535)),
    httpVersion: orNull(text),
    method: orNull(text),
    target: orNull(text),
    rawHeaders: headers,
    body: bytes,
    bodyLength: fc.nat(),
    bodyComplete: fc.boolean(),
    rejection: orNull(fc.record({ code: text, firstBytes: bytes })),
  }),
  reply,
})

const result = (id: number, { request, reply: planned }: Capture): fc.Arbitrary<CaptureResult> =>
  fc.oneof(
    fc.constant({ ok: false, failure: { code: 'io', message: 'No.', refuses: true } } as const),
    fc
      .record({
        kind: fc.constantFrom('postback', 'probe', 'noise', 'rejected'),
        endpointId: orNull(text),
        userId: orNull(text),
        rewardAmount: orNull(text),
        amountValue: orNull(fc.constantFrom('1', '2.50')),
        extras: fc.array(fc.record({ field: text, param: text, value: orNull(text) }), { maxLength: 2 }),
        verdict: orNull(fc.constantFrom('pass', 'warn', 'fail')),
        detail: orNull(text),
      })
      .map(({ detail, ...reading }) => {
        const finding = { code: 'param-missing', severity: 'error', field: null, param: null, evidence: [], related: 1 }
        const summary = {
          ...reading,
          findings: detail === null ? [] : [{ ...finding, detail }],
          id,
          receivedAt: request.receivedAt,
          method: request.method,
          target: request.target,
          remoteAddress: request.remoteAddress,
          bodyLength: request.bodyLength,
          rejectionCode: request.rejection?.code ?? null,
          reply: { status: planned.status, sentAt: null, senderGone: false, ...endingOf(planned.ending) },
          mark: NO_MARK_SUMMARY,
        } as PostbackSummary
        return { ok: true, summary } as const
      }),
  )

describe('A batch between the threads', () => {
  it('has its captures as they were, whatever is in them', () => {
    fc.assert(
      fc.property(fc.array(capture, { maxLength: 8 }), (captures) => {
        expect(capturesFromWire(structuredClone(capturesToWire(captures)))).toEqual(captures)
      }),
    )
  })

  it('has its results as they were, whatever is in them', () => {
    const batch = fc
      .array(capture, { maxLength: 8 })
      .chain((captures) => fc.tuple(fc.constant(captures), fc.tuple(...captures.map((one, at) => result(at + 1, one)))))
    fc.assert(
      fc.property(batch, ([captures, results]) => {
        const wire = structuredClone(resultToWire({ results, refusal: null }))
        expect(resultFromWire(wire, captures)).toEqual({ results, refusal: null })
      }),
    )
  })

  it('has its replies as they were', () => {
    const stored: StoredReply[] = [
      { id: 1, sentAt: 5, senderGone: false },
      { id: 2, sentAt: null, senderGone: true },
      { id: 3, sentAt: 0, senderGone: false, actual: { status: 418, headers: [['X', 'y']], body: 'tea' } },
    ]
    expect(repliesFromWire(structuredClone(repliesToWire(stored)))).toEqual(stored)
  })
})
