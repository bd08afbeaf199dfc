import { describe, expect, it } from 'vitest'
import {
  type Attempt,
  answerOf,
  describeSeries,
  exactSpan,
  groupDeliveries,
  spaced,
} from '../../../src/core/deliveries.ts'
import type { PostbackSummary } from '../../../src/core/postback.ts'
import { aPostbackSummary } from '../../support/builders.ts'

const reply = (status: number, more: Partial<PostbackSummary['reply']> = {}): PostbackSummary['reply'] => ({
  status,
  sentAt: 1,
  senderGone: false,
  ...more,
})

/** Attempts at these times (ms), each with its reply. */
function attempts(...given: readonly (readonly [number, PostbackSummary['reply']])[]): readonly Attempt[] {
  return given.map(([receivedAt, answer], at) => aPostbackSummary({ id: at + 1, receivedAt, reply: answer }))
}

describe('what a sender did, in a sentence', () => {
  it.each([
    [
      attempts([0, reply(500)], [10_204, reply(500)], [70_304, reply(200)]),
      '3 attempts; after a 500 it came again after 10.2 s, then 60.1 s; after a 200 it stopped.',
    ],
    [attempts([0, reply(200)]), '1 attempt; after a 200 it stopped.'],
    [attempts([0, reply(500)]), '1 attempt; after a 500 it has not come again so far.'],
    [
      attempts([0, reply(200, { ending: 'silence', senderGone: true })], [30_000, reply(200)]),
      '2 attempts; after no reply it came again after 30.0 s; after a 200 it stopped.',
    ],
    [
      attempts([0, reply(200, { ending: 'reset' })], [350, reply(200, { ending: 'cut' })]),
      '2 attempts; after a reset it came again after 350 ms; after a 200 that was cut off it has not come again so far.',
    ],
    [
      attempts([0, reply(200, { senderGone: true })], [185_000, reply(200)]),
      '2 attempts; after a 200 that it did not wait for it came again after 3 min 5 s; after a 200 it stopped.',
    ],
    [
      attempts([0, reply(500)], [1000, reply(200)], [87_401_000, reply(500)]),
      '3 attempts; after a 500 it came again after 1.0 s; after a 200 it came again after 1 d; ' +
        'after a 500 it has not come again so far.',
    ],
    [[], ''],
  ])('says it of case %#', (series, sentence) => {
    expect(describeSeries(series)).toBe(sentence)
  })
})

describe('the attempts of a series', () => {
  it('carry the time since the one before and what was answered', () => {
    const series = attempts([5, reply(500)], [10_209, reply(200, { ending: 'cut' })])
    expect(spaced(series).map(({ spacing, answer }) => [spacing, answer])).toEqual([
      [null, '500'],
      [10_204, '200, cut'],
    ])
  })

  it.each([
    [0, '0 ms'],
    [999, '999 ms'],
    [10_204, '10.204 s'],
    [60_000, '1 min 0.000 s'],
    [93_784_005, '1 d 2 h 3 min 4.005 s'],
  ])('are %d ms apart in words: %s', (ms, words) => {
    expect(exactSpan(ms)).toBe(words)
  })

  it('name every ending', () => {
    const endings = (['silence', 'reset', 'cut', 'complete'] as const).map((ending) => answerOf(reply(200, { ending })))
    expect(endings).toEqual(['no reply (silence)', 'reset', '200, cut', '200'])
  })
})

describe('grouping deliveries', () => {
  const summary = (id: number, more: Partial<PostbackSummary>): PostbackSummary => aPostbackSummary({ id, ...more })
  const tx = (value: string | null): PostbackSummary['extras'] => [{ field: 'transaction_id', param: 'tx', value }]
  const ids = (all: readonly PostbackSummary[]): number[][] =>
    groupDeliveries(all).map((one) => one.map(({ id }) => id))

  it('goes by endpoint, user id and amount text, the series with the newest attempt first', () => {
    expect(
      ids([
        summary(1, { userId: 'a' }),
        summary(2, { userId: 'b' }),
        summary(3, { userId: 'a' }),
        summary(4, { userId: 'a', rewardAmount: '50.0' }),
        summary(5, { userId: 'a', endpointId: 'e2' }),
      ]),
    ).toEqual([[5], [4], [1, 3], [2]])
  })

  it('keeps two transactions apart', () => {
    expect(
      ids([summary(1, { extras: tx('t1') }), summary(2, { extras: tx('t2') }), summary(3, { extras: tx('t1') })]),
    ).toEqual([[1, 3], [2]])
    expect(ids([summary(1, { extras: tx('') }), summary(2, { extras: tx(null) }), summary(3, {})])).toEqual([[1, 2, 3]])
  })

  it('goes by the target where user id or amount is missing', () => {
    const target = '/hitpoint?user_id='
    expect(
      ids([
        summary(1, { userId: '', target }),
        summary(2, { userId: '', target: `${target}&x` }),
        summary(3, { userId: '', target }),
      ]),
    ).toEqual([[1, 3], [2]])
  })
})
