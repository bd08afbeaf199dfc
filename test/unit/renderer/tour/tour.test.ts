import { describe, expect, it } from 'vitest'
import type { Endpoint } from '../../../../src/core/endpoint.ts'
import type { Expectation, Outcome } from '../../../../src/core/expectation.ts'
import type { PostbackSummary } from '../../../../src/core/postback.ts'
import { createTourArrivals } from '../../../../src/renderer/features/tour/tour-arrivals.ts'
import {
  EXPECTED_AMOUNT,
  newTour,
  type SendingStep,
  type TourStep,
  tourProgress,
  tourTarget,
  tourUser,
} from '../../../../src/renderer/features/tour/tour-steps.ts'
import { aPostbackSummary, readingOf } from '../../../support/builders.ts'
import { anEndpoint } from '../../../support/detail-builders.ts'
import { createFakeClient } from '../../../support/fake-client.ts'

const TOUR = 1234

/** What becomes of a step's request when the endpoint reads it. */
function arrival(id: number, step: SendingStep, endpoint: Endpoint = anEndpoint()): PostbackSummary {
  return aPostbackSummary({ id, ...readingOf(tourTarget(step, endpoint, TOUR), [endpoint]) })
}

function anExpectation(outcome: Outcome, armedAt = 10): Expectation {
  const user = tourUser(TOUR)
  return {
    id: `e${String(armedAt)}`,
    endpointId: 'e1',
    userId: user,
    amount: EXPECTED_AMOUNT,
    armedAt,
    until: 99,
    outcome,
  }
}

const PENDING: Outcome = { state: 'pending', nearest: null }

describe('what the tour sends', () => {
  const endpoints = {
    'the default endpoint': anEndpoint(),
    'names of its own': anEndpoint({ path: '/a/b', userIdParam: 'nom d’utilisateur', rewardAmountParam: 'betrag[]' }),
    'mapped extra fields': anEndpoint({ extraFields: [{ field: 'transaction_id', param: 'tx' }] }),
  }

  it.each(Object.entries(endpoints))('is read as it is meant: %s', (_, endpoint) => {
    expect(arrival(1, 'clean', endpoint)).toMatchObject({
      verdict: 'pass',
      userId: 'tour_user_1234',
      rewardAmount: '12.75',
    })
    expect(arrival(1, 'meet', endpoint)).toMatchObject({ verdict: 'pass', rewardAmount: EXPECTED_AMOUNT })
    const broken = arrival(1, 'macro', endpoint)
    expect(broken.findings.map(({ code }) => code)).toContain('macro-not-replaced')
    expect(broken.userId).toBe('tour_user_1234')
    expect(tourTarget('macro', endpoint, TOUR)).toContain('={reward_amount}')
  })

  it('is, repeated, the same to the last character', () => {
    const endpoint = endpoints['mapped extra fields']
    expect(tourTarget('repeat', endpoint, TOUR)).toBe(tourTarget('clean', endpoint, TOUR))
  })
})

describe('how far the tour is', () => {
  const step = (arrivals: readonly PostbackSummary[], expectations: readonly Expectation[] = []): TourStep =>
    tourProgress(TOUR, arrivals, expectations).step

  it('follows from what is in the history, in whatever order it is told', () => {
    const clean = arrival(1, 'clean')
    const macro = arrival(2, 'macro')
    const repeat = arrival(3, 'repeat')
    const meet = arrival(4, 'meet')
    expect(step([])).toBe('clean')
    expect(step([clean])).toBe('macro')
    expect(step([macro, clean])).toBe('repeat')
    expect(step([repeat, macro, clean])).toBe('expect')
    expect(step([repeat, macro, clean], [anExpectation(PENDING)])).toBe('meet')
    const met = anExpectation({ state: 'met', postbackId: 4, endedAt: 20 })
    expect(step([meet, repeat, macro, clean], [met])).toBe('go-on')
    expect(tourProgress(TOUR, [repeat, clean], []).postbacks).toMatchObject({ clean: { id: 1 }, repeat: { id: 3 } })
  })

  it('counts nothing that is not its own: other users, other tours, other amounts', () => {
    const foreign = [
      aPostbackSummary({ id: 1, userId: 'u_1', rewardAmount: '12.75' }),
      aPostbackSummary({ id: 2, userId: tourUser(4321), rewardAmount: '12.75' }),
      aPostbackSummary({ id: 3, userId: tourUser(TOUR), rewardAmount: '12.750' }),
    ]
    expect(step(foreign)).toBe('clean')
    expect(tourProgress(null, [arrival(1, 'clean')], []).step).toBe('clean')
  })

  it('goes back to arming where the expectation ended otherwise, and takes the newest of several', () => {
    const arrivals = [arrival(1, 'clean'), arrival(2, 'macro'), arrival(3, 'repeat')]
    const expired = anExpectation({ state: 'expired', others: 0, endedAt: 20 }, 10)
    expect(step(arrivals, [expired])).toBe('expect')
    expect(step(arrivals, [expired, anExpectation(PENDING, 30)])).toBe('meet')
  })

  it('begins anew with a number that no tour before it had', () => {
    expect(newTour([], 0)).toBe(1000)
    expect(newTour([1000, 1001], 0)).toBe(1002)
    expect(newTour([9999], 0.999_99)).toBe(1000)
  })
})

describe('what arrived of the tour', () => {
  it('is read page by page, followed live, and read again after a removal', async () => {
    const clean = arrival(1, 'clean')
    let stored: readonly PostbackSummary[] = [clean]
    const client = createFakeClient({
      'postback.page': ({ cursor }) => (cursor === null ? { items: [], next: 'more' } : { items: stored, next: null }),
    })
    const arrivals = createTourArrivals(client, [TOUR])
    const stop = arrivals.start()
    const ids = (): readonly number[] | undefined => arrivals.get()?.map(({ id }) => id)
    expect(ids()).toBeUndefined()
    await expect.poll(ids).toEqual([1])
    const foreign = aPostbackSummary({ id: 2, userId: 'u_1' })
    client.emit('postback.received', { postbacks: [foreign, arrival(3, 'macro')] })
    expect(ids()).toEqual([3, 1])
    stored = []
    client.emit('clearing.progressed', {
      ...{ state: 'done', cause: 'by-hand', what: '', removed: 2, total: 2, why: null, beginsAt: null, ids: null },
    })
    await expect.poll(ids).toEqual([])
    stop()
  })

  it('loses nothing that is told while it is being read', async () => {
    let answer = (): void => {}
    const client = createFakeClient({
      'postback.page': () =>
        new Promise((resolve) => {
          answer = () => resolve({ items: [arrival(1, 'clean')], next: null })
        }),
    })
    const arrivals = createTourArrivals(client, [TOUR])
    arrivals.start()
    client.emit('postback.received', { postbacks: [arrival(2, 'macro')] })
    answer()
    await expect.poll(() => arrivals.get()?.map(({ id }) => id)).toEqual([2, 1])
  })
})
