import { describe, expect, it } from 'vitest'
import { GRACE_MS } from '../../../electron/main/loss-rule.ts'
import { createNews, type Topic } from '../../../electron/main/news.ts'
import { QUIET_MS, type Told } from '../../../electron/main/notify-rule.ts'
import type { Expectation } from '../../../src/core/expectation.ts'
import type { PostbackSummary } from '../../../src/core/postback.ts'
import { aPostbackSummary, readingOf } from '../../support/builders.ts'
import { handClock } from '../../support/hand-clock.ts'

const HOSTILE = '<b onmouseover=alert(1)>u_1'
const FAILED = `/hitpoint?user_id=${encodeURIComponent(HOSTILE)}&reward_amount={reward_amount}`

const aFailure = (id: number): PostbackSummary => aPostbackSummary({ ...readingOf(FAILED), id, target: FAILED })

function anExpectation(outcome: Expectation['outcome']): Expectation {
  return { id: 'e-1', endpointId: 'e1', userId: HOSTILE, amount: '5', armedAt: 1, until: 2, outcome }
}

function someNews() {
  const clock = handClock()
  const told: Told[] = []
  const state = { isWatched: false, unwanted: new Set<Topic>() }
  const news = createNews({
    clock,
    isWatched: () => state.isWatched,
    wants: (topic) => !state.unwanted.has(topic),
    tell: (one) => told.push(one),
  })
  return { clock, told, state, news }
}

describe('what is told of postbacks', () => {
  it('are failures alone, each with what is wrong and the way to its row', () => {
    const { news, told } = someNews()
    news.arrived([aPostbackSummary({ id: 1 }), aFailure(2), aPostbackSummary({ id: 3 })])
    expect(told).toEqual([
      {
        title: 'A postback failed',
        body: 'Postback 2. The macro arrived as it was typed instead of being replaced by a value.',
        hash: '#/postbacks/2',
      },
    ])
  })

  it('is one summary for the rest of a flood', () => {
    const { clock, news, told } = someNews()
    for (let id = 1; id <= 1301; id += 1) news.arrived([aFailure(id)])
    clock.advance(QUIET_MS)
    expect(told.map(({ title, hash }) => `${title} ${hash}`)).toEqual([
      'A postback failed #/postbacks/1',
      '1,300 more failures #/postbacks/1301',
    ])
  })

  it('is nothing while a window has the focus, and nothing where it is not wanted', () => {
    const { news, told, state } = someNews()
    state.isWatched = true
    news.arrived([aFailure(1)])
    state.isWatched = false
    state.unwanted.add('failures')
    news.arrived([aFailure(2)])
    expect(told).toEqual([])
  })
})

describe('what is told of expectations', () => {
  it('is how each has ended, and where it stands', () => {
    const { news, told } = someNews()
    news.expectations([anExpectation({ state: 'met', postbackId: 12, endedAt: 1000 })], 1000)
    expect(told).toEqual([
      { title: 'Expectation: met', body: 'Postback 12 is exactly what was expected.', hash: '#/verify/e-1' },
    ])
  })

  it('is nothing while they wait, when they are cancelled, and when an undo brings them back', () => {
    const { news, told } = someNews()
    news.expectations([anExpectation({ state: 'pending', nearest: null })], 1000)
    news.expectations([anExpectation({ state: 'cancelled', endedAt: 1000 })], 1000)
    news.expectations([anExpectation({ state: 'met', postbackId: 12, endedAt: 1000 })], 60_000)
    expect(told).toEqual([])
  })
})

describe('what is told of the ways in', () => {
  it('is that the tunnel is lost, when it was open and does not come back at once', () => {
    const { clock, news, told } = someNews()
    for (const state of ['opening', 'open', 'degraded', 'reopening'] as const) news.tunnel({ state })
    expect(told).toEqual([])
    clock.advance(GRACE_MS)
    expect(told.map(({ title, hash }) => `${title} ${hash}`)).toEqual(['The tunnel is lost #/tunnel'])
  })

  it('is nothing of a tunnel that was closed by hand or is only being opened', () => {
    const { clock, news, told } = someNews()
    for (const state of ['opening', 'failed', 'open', 'off'] as const) {
      news.tunnel({ state })
      clock.advance(GRACE_MS)
    }
    expect(told).toEqual([])
  })

  it('is that nothing can be stored', () => {
    const { clock, news, told } = someNews()
    news.store({ state: 'ok' })
    news.store({ state: 'refusing' })
    clock.advance(GRACE_MS)
    expect(told.map(({ title }) => title)).toEqual(['Postbacks cannot be stored'])
  })
})

it('holds nothing that a stranger has sent', () => {
  const { clock, news, told } = someNews()
  news.arrived([aFailure(1), aFailure(2), aFailure(3)])
  news.expectations(
    [
      anExpectation({
        state: 'mismatched',
        nearest: {
          postbackId: 3,
          receivedAt: 1,
          differences: [
            {
              field: 'user_id',
              expected: HOSTILE,
              arrived: `${HOSTILE}x`,
              causes: ['another-value'],
              expectedMarks: [],
              arrivedMarks: [],
            },
          ],
        },
        alike: [3],
        endedAt: 1000,
      }),
    ],
    1000,
  )
  clock.advance(QUIET_MS)
  expect(told.length).toBeGreaterThan(2)
  expect(JSON.stringify(told)).not.toMatch(/onmouseover|u_1/)
})
