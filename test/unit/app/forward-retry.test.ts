import { describe, expect, it } from 'vitest'
import { mayPass, pauseBefore } from '../../../src/app/forward-retry.ts'
import type { ForwardFailure } from '../../../src/core/forward-records.ts'
import type { SendOutcome } from '../../../src/core/outgoing.ts'

function replied(status: number, rawHeaders: readonly string[] = []) {
  const reply: SendOutcome['reply'] = { status, statusText: '', rawHeaders, bodyBase64: '', bodyLength: 0 }
  return { reply, failure: null }
}

function failed(code: ForwardFailure['code']) {
  return { reply: null, failure: { code, sentence: '' } }
}

describe('another attempt', () => {
  it('is made after what may pass', () => {
    for (const status of [500, 502, 503, 504, 599, 429]) expect(mayPass(replied(status))).toBe(true)
    for (const code of ['refused', 'dns', 'timeout', 'reset', 'unreachable'] as const) {
      expect(mayPass(failed(code))).toBe(true)
    }
  })

  it('is not made after an answer, nor after what will not pass by itself', () => {
    for (const status of [200, 204, 302, 400, 404, 409, 422]) expect(mayPass(replied(status))).toBe(false)
    for (const code of ['tls', 'protocol', 'aborted', 'not-sendable', 'loop', 'given-up'] as const) {
      expect(mayPass(failed(code))).toBe(false)
    }
  })

  it('is not made where a 200 was cut off: the backend has credited by then', () => {
    expect(mayPass({ reply: replied(200).reply, failure: { code: 'reset', sentence: '' } })).toBe(false)
  })

  it('waits twice as long each time, up to a minute, and up to half of it less', () => {
    const down = failed('refused')
    expect([1, 2, 3, 7, 10].map((nth) => pauseBefore(nth, down, 1000, 1))).toEqual([1000, 2000, 4000, 60_000, 60_000])
    expect([1, 2].map((nth) => pauseBefore(nth, down, 1000, 0))).toEqual([500, 1000])
  })

  it('waits as long as the backend asks for, and is not made where that is beyond an hour', () => {
    expect(pauseBefore(1, replied(503, ['retry-AFTER', '90']), 1000, 1)).toBe(90_000)
    expect(pauseBefore(3, replied(429, ['Retry-After', '1']), 1000, 1)).toBe(4000)
    expect(pauseBefore(1, replied(503, ['Retry-After', '3601']), 1000, 1)).toBeNull()
    for (const odd of ['Wed, 21 Oct 2026 07:28:00 GMT', '-5', '1e3', '']) {
      expect(pauseBefore(1, replied(503, ['Retry-After', odd]), 1000, 1)).toBe(1000)
    }
  })
})
