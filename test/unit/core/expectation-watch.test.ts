import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Expectation } from '../../../src/core/expectation.ts'
import { createExpectationWatch } from '../../../src/core/expectation-watch.ts'
import { describeOutcome } from '../../../src/core/expectation-words.ts'
import type { PostbackSummary } from '../../../src/core/postback.ts'
import type { Outage } from '../../../src/core/status.ts'
import { aPostbackSummary, SOME_TIME } from '../../support/builders.ts'

const MINUTE = 60_000
const END = SOME_TIME + MINUTE

function anExpectation(overrides: Partial<Expectation> = {}): Expectation {
  return {
    id: 'x1',
    endpointId: 'e1',
    userId: 'u_1',
    amount: '5',
    armedAt: SOME_TIME,
    until: END,
    outcome: { state: 'pending', nearest: null },
    ...overrides,
  }
}

let lastId = 0
function arrival(userId: string | null, rewardAmount: string | null, rest: Partial<PostbackSummary> = {}) {
  lastId += 1
  return aPostbackSummary({ id: lastId, receivedAt: SOME_TIME + 1000, userId, rewardAmount, ...rest })
}

function watching(...expectations: readonly Expectation[]) {
  const watch = createExpectationWatch()
  for (const each of expectations) watch.add(each)
  return watch
}

const outage = (from: number, to: number | null, reason: Outage['reason'] = 'tunnel-down'): Outage => ({
  id: 1,
  reason,
  from,
  to,
  why: 'The tunnel was closed.',
})

describe('an expectation', () => {
  it('is met by the first postback that is exactly it, in its time and on its endpoint', () => {
    const watch = watching(anExpectation())
    const wrong = [
      arrival('u_1', '5', { receivedAt: SOME_TIME - 1 }),
      arrival('u_1', '5', { receivedAt: END + 1 }),
      arrival('u_1', '5', { endpointId: 'e2' }),
      arrival('u_1', '5', { kind: 'probe' }),
      arrival('u_1', '5', { kind: 'noise' }),
    ]
    for (const each of wrong) expect(watch.arrive(each)).toEqual([])
    const right = arrival('u_1', '5', { receivedAt: END })
    expect(watch.arrive(right)).toMatchObject([{ id: 'x1', outcome: { state: 'met', postbackId: right.id } }])
    expect(watch.running).toEqual([])
  })

  it('takes one postback: two equal ones need two, and the one with less time left goes first', () => {
    const watch = watching(anExpectation({ id: 'long', until: END + MINUTE }), anExpectation({ id: 'short' }))
    const one = arrival('u_1', '5')
    expect(watch.arrive(one).map(({ id }) => id)).toEqual(['short'])
    expect(watch.arrive(one)).toEqual([])
    expect(watch.arrive(arrival('u_1', '5')).map(({ id }) => id)).toEqual(['long'])
  })

  it('shows a postback that came close while it still waits, and ends with the closest', () => {
    const watch = watching(anExpectation({ userId: 'u_Abc', amount: '5' }))
    const close = arrival('u_abc', '5')
    expect(watch.arrive(close)).toMatchObject([
      { outcome: { state: 'pending', nearest: { postbackId: close.id, differences: [{ causes: ['case'] }] } } },
    ])
    expect(watch.arrive(arrival('u_abc', '5.00'))).toEqual([])
    expect(watch.settle('x1', [], END)?.outcome).toMatchObject({
      state: 'mismatched',
      nearest: { postbackId: close.id, differences: [{ field: 'user_id', expectedMarks: [{ start: 2, end: 3 }] }] },
      alike: [close.id, close.id + 1],
    })
  })

  it('is still met when the right one follows a close one', () => {
    const watch = watching(anExpectation())
    watch.arrive(arrival('U_1', '5'))
    expect(watch.arrive(arrival('u_1', '5'))).toMatchObject([{ outcome: { state: 'met' } }])
  })

  it('does not take for its own what another one was waiting for, delivered twice', () => {
    const watch = watching(anExpectation({ id: 'a' }), anExpectation({ id: 'b', amount: '5.0' }))
    watch.arrive(arrival('u_1', '5'))
    expect(watch.arrive(arrival('u_1', '5'))).toEqual([])
    expect(watch.settle('b', [], END)?.outcome).toEqual({ state: 'expired', others: 0, endedAt: END })
  })

  it('expires where nothing like it came, and says how many others did', () => {
    const watch = watching(anExpectation())
    watch.arrive(arrival('somebody else', '17.25'))
    const settled = watch.settle('x1', [outage(SOME_TIME - MINUTE, SOME_TIME), outage(END, null)], END)
    expect(settled?.outcome).toEqual({ state: 'expired', others: 1, endedAt: END })
    expect(settled && describeOutcome(settled)).toContain('One other postback came')
  })

  it('says that we were not listening, with the spans within its time', () => {
    const watch = watching(anExpectation())
    const outages = [outage(SOME_TIME - MINUTE, SOME_TIME + 10), outage(END - 10, null, 'off')]
    expect(watch.settle('x1', outages, END)?.outcome).toEqual({
      state: 'not-listening',
      spans: [
        { reason: 'tunnel-down', from: SOME_TIME, to: SOME_TIME + 10, why: 'The tunnel was closed.' },
        { reason: 'off', from: END - 10, to: END, why: 'The tunnel was closed.' },
      ],
      others: 0,
      endedAt: END,
    })
  })

  it('prefers what came to an outage, unless it is alike by chance only', () => {
    const missed = [outage(SOME_TIME + 5, SOME_TIME + 10)]
    const closely = watching(anExpectation())
    closely.arrive(arrival(null, '5'))
    expect(closely.settle('x1', missed, END)?.outcome.state).toBe('mismatched')
    const byChance = watching(anExpectation())
    byChance.arrive(arrival('somebody else', '5'))
    expect(byChance.settle('x1', missed, END)?.outcome).toMatchObject({ state: 'not-listening', others: 1 })
  })

  it('can be cancelled, once', () => {
    const watch = watching(anExpectation())
    expect(watch.cancel('x1', END)?.outcome).toEqual({ state: 'cancelled', endedAt: END })
    expect(watch.cancel('x1', END)).toBeNull()
    expect(watch.arrive(arrival('u_1', '5'))).toEqual([])
  })

  it('that is met already keeps its postback', () => {
    const watch = watching(anExpectation({ id: 'done', outcome: { state: 'met', postbackId: 77, endedAt: END } }))
    watch.add(anExpectation())
    expect(watch.arrive(arrival('u_1', '5', { id: 77 }))).toEqual([])
    expect(watch.running).toHaveLength(1)
  })

  it('and no other takes the same postback, whatever arrives in whatever order', () => {
    const values = fc.constantFrom('u_1', 'U_1', '5', '5.0', '', null)
    fc.assert(
      fc.property(
        fc.array(fc.record({ userId: values, amount: values }), { maxLength: 30 }),
        fc.array(fc.record({ userId: fc.constantFrom('u_1', 'U_1'), amount: fc.constantFrom('5', '5.0') }), {
          maxLength: 10,
        }),
        (arrivals, armed) => {
          const watch = watching(...armed.map((each, index) => anExpectation({ ...each, id: String(index) })))
          const met = arrivals.flatMap(({ userId, amount }) => {
            const each = arrival(userId, amount)
            // Told twice, as a restart may do.
            return [...watch.arrive(each), ...watch.arrive(each)].filter(({ outcome }) => outcome.state === 'met')
          })
          const takers = met.flatMap(({ outcome }) => (outcome.state === 'met' ? [outcome.postbackId] : []))
          expect(new Set(takers).size).toBe(takers.length)
          for (const { userId, amount } of armed) {
            const same = (other: { userId: string | null; amount: string | null }) =>
              other.userId === userId && other.amount === amount
            expect(met.filter(same)).toHaveLength(Math.min(arrivals.filter(same).length, armed.filter(same).length))
          }
        },
      ),
    )
  })
})
