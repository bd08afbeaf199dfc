/** The check against three backends of the project's own: it tells which is which, and why. */
import { describe, expect, it } from 'vitest'
import type { ConformanceRun } from '../../../src/core/conformance/run.ts'
import { reasonsOf, withAnswer } from '../../../src/core/conformance/verdicts.ts'
import { SCENARIOS } from '../../../src/core/scenarios/table.ts'
import { carelessBackend } from '../../support/backends/careless-backend.ts'
import { exactBackend } from '../../support/backends/exact-backend.ts'
import { aBackend, check, idsWith, optionsFor, resultOf } from './running.ts'

const why = (run: ConformanceRun, scenarioId: string): string => reasonsOf(resultOf(run, scenarioId)).join(' ')

describe('a correct backend', () => {
  it('passes wholly where a balance URL is given, even one that only says OK', async () => {
    for (const talks of [true, false]) {
      const backend = await aBackend(exactBackend({ once: true, talks }))
      const run = await check(optionsFor(backend.url, { balanceUrl: backend.balanceUrl }))
      expect(run).toMatchObject({ state: 'finished', why: null, total: SCENARIOS.length })
      expect(idsWith(run, 'pass')).toEqual(SCENARIOS.map(({ id }) => id))
    }
  })

  it('passes wholly where its replies show the balance', async () => {
    const backend = await aBackend(exactBackend({ once: true, talks: true }))
    const run = await check(optionsFor(backend.url))
    expect({ fail: idsWith(run, 'fail'), warning: idsWith(run, 'warning') }).toEqual({ fail: [], warning: [] })
  })

  it('neither fails nor warns where it says nothing: what only its user can see is asked', async () => {
    const backend = await aBackend(exactBackend({ once: true, talks: false }))
    const run = await check(optionsFor(backend.url))
    expect({ fail: idsWith(run, 'fail'), warning: idsWith(run, 'warning') }).toEqual({ fail: [], warning: [] })
    const [question] = resultOf(run, 'same-again').questions
    expect(question).toMatchObject({ answer: null, text: expect.stringContaining('How often') })
    const answered = (value: string): ConformanceRun => {
      const next = withAnswer(run, { scenarioId: 'same-again', questionId: question?.id ?? '', value })
      if (next === null) throw new Error('no such answer')
      return next
    }
    expect(idsWith(run, 'ask')).toContain('same-again')
    expect(idsWith(answered('once'), 'pass')).toContain('same-again')
    expect(idsWith(answered('more'), 'fail')).toEqual(['same-again'])
    expect(why(answered('more'), 'same-again')).toContain('more than once')
  })
})

describe('a backend that credits each delivery, the same one too,', () => {
  it('fails by its balances in just the two scenarios that repeat one', async () => {
    const backend = await aBackend(exactBackend({ once: false, talks: false }))
    const run = await check(optionsFor(backend.url, { balanceUrl: backend.balanceUrl }))
    expect(idsWith(run, 'fail')).toEqual(['same-again', 'burst'])
    expect(idsWith(run, 'warning')).toEqual([])
    expect(why(run, 'same-again')).toContain('it was credited twice')
    expect(why(run, 'burst')).toContain('it was credited 50 times')
  })

  it('fails by what its replies say where there is no balance URL', async () => {
    const backend = await aBackend(exactBackend({ once: false, talks: true }))
    const run = await check(optionsFor(backend.url))
    expect(idsWith(run, 'fail')).toEqual(['same-again', 'burst'])
    expect(why(run, 'same-again')).toMatch(/It credits twice: the balance in the replies grew from [\d.]+ to [\d.]+/)
  })
})

describe('a backend with floating-point amounts that decodes twice', () => {
  const expectCauses = (run: ConformanceRun): void => {
    expect(idsWith(run, 'fail')).toEqual(
      expect.arrayContaining([
        ...['plus-encoded', 'many-decimals', 'beyond-double', 'decimal-comma', 'sum-of-decimals', 'double-encoded'],
      ]),
    )
    expect(idsWith(run, 'fail')).not.toEqual(expect.arrayContaining(['same-again']))
    expect(why(run, 'beyond-double')).toMatch(/9007199254740993.*9007199254740992|9007199254740992.*9007199254740993/)
    expect(why(run, 'beyond-double')).toContain('floating-point number')
    expect(why(run, 'sum-of-decimals')).toContain('0.30000000000000004')
    expect(why(run, 'decimal-comma')).toContain('only its first digits were read')
    expect(why(run, 'double-encoded')).toContain('decoded twice')
    expect(idsWith(run, 'warning')).toEqual(expect.arrayContaining(['missing-user', 'empty-amount', 'no-number']))
  }

  it('fails by its balances where it says nothing', async () => {
    const backend = await aBackend(carelessBackend({ talks: false }))
    const run = await check(optionsFor(backend.url, { balanceUrl: backend.balanceUrl }))
    expectCauses(run)
    expect(why(run, 'head')).toContain('where 0 was right')
    expect(why(run, 'negative')).toContain('agreed on reversals')
  })

  it('fails by what its replies echo', async () => {
    const backend = await aBackend(carelessBackend({ talks: true }))
    const run = await check(optionsFor(backend.url))
    expectCauses(run)
    expect(why(run, 'double-encoded')).toMatch(/“[^”]*a\+b” where “[^”]*a%2Bb” was sent/)
  })
})
