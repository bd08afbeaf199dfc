/** What a run sends, to whom, and how it ends. */
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { conformanceOptionsSchema } from '../../../src/core/conformance/options.ts'
import { reasonsOf, verdictOf } from '../../../src/core/conformance/verdicts.ts'
import { exactBackend } from '../../support/backends/exact-backend.ts'
import type { Answer } from '../../support/backends/reward-backend.ts'
import { aBackend, check, optionsFor, resultOf } from './running.ts'

const answering = (answer: (target: string) => Answer | Promise<Answer>) =>
  aBackend({ credit: ({ target }) => answer(target), balance: () => ({ status: 500, body: '' }) })

describe('what is sent', () => {
  it('is exactly what the scenarios say, under the given names and with what stands in the URL', async () => {
    const backend = await answering(() => ({ status: 200, body: '' }))
    const scenarioIds = ['same-again', 'plus-raw', 'double-encoded', 'nul', 'line-break', 'head', 'post']
    const run = await check(
      optionsFor(`${backend.url}?key=a%2Fb`, {
        scenarioIds,
        names: {
          userIdParam: 'my user',
          rewardAmountParam: 'coins',
          transactionIdParam: 'tx',
          constants: [['app', 'A&B']],
        },
      }),
    )
    const id = `${run.prefix}-`
    const amount = (scenarioId: string): string =>
      /coins=([\d.]+)/.exec(resultOf(run, scenarioId).exchanges[0]?.target ?? '')?.[1] ?? ''
    const target = (scenarioId: string, value: string): string =>
      `/hitpoint?key=a%2Fb&my%20user=${id}${scenarioId}${value}&coins=${amount(scenarioId)}&tx=${id}${scenarioId}-1&app=A%26B`
    expect(backend.arrived).toEqual(
      [
        `GET ${target('same-again', '')}`,
        `GET ${target('same-again', '')}`,
        `GET ${target('plus-raw', '.a+b')}`,
        `GET ${target('line-break', '.a%0D%0Ax-adjump-inspector-injected%3A%20yes')}`,
        `GET ${target('nul', '.a%00b')}`,
        `GET ${target('double-encoded', '.a%252Bb')}`,
        `POST ${target('post', '')}`,
        `HEAD ${target('head', '')}`,
      ].toSorted((a, b) => backend.arrived.indexOf(a) - backend.arrived.indexOf(b)),
    )
  })

  it('takes the names out of a dashboard URL with its macros', async () => {
    const backend = await answering(() => ({ status: 200, body: '' }))
    const url = `${backend.url}?app=7&uid={user_id}&pts=%7Breward_amount%7D`
    await check(optionsFor(url, { scenarioIds: ['first-delivery'] }))
    expect(backend.arrived[0]).toMatch(/^GET \/hitpoint\?app=7&uid=adjump-test-\w{6}-first-delivery&pts=[\d.]+$/)
  })

  it('is the known user’s where one is given', async () => {
    const backend = await aBackend(exactBackend({ once: true, talks: false }))
    const options = { balanceUrl: backend.balanceUrl, knownUser: 'anna' }
    const run = await check(optionsFor(backend.url, options))
    expect(run.results.filter((result) => verdictOf(result) !== 'pass').map(reasonsOf)).toEqual([])
    expect(backend.arrived[0]).toContain('user_id=anna&')
  })

  it('is 50 at once in the burst, and other ids in every run', async () => {
    const backend = await answering(() => ({ status: 200, body: '' }))
    const first = await check(optionsFor(backend.url, { scenarioIds: ['burst'] }))
    expect(backend.arrived).toHaveLength(50)
    expect(resultOf(first, 'burst').exchanges[0]?.replies).toMatchObject([{ count: 50, status: 200 }])
    const second = await check(optionsFor(backend.url, { scenarioIds: ['burst'] }))
    expect(second.prefix).not.toBe(first.prefix)
  })
})

describe('a target', () => {
  it('that is not local is refused without a yes, the balance URL’s too', async () => {
    await expect(check(optionsFor('http://example.com/hitpoint'))).rejects.toMatchObject({
      code: 'refused',
      issues: [{ path: ['options', 'url'] }],
    })
    const balanceUrl = 'http://example.com/balance?user={user_id}'
    await expect(check(optionsFor('http://127.0.0.1:1/hitpoint', { balanceUrl }))).rejects.toMatchObject({
      code: 'refused',
      issues: [{ path: ['options', 'balanceUrl'] }],
    })
  })

  it('is refused with a sentence where it is no URL, and so is a balance URL without the macro', () => {
    const parse = (more: object) => conformanceOptionsSchema.safeParse({ ...optionsFor('http://127.0.0.1/'), ...more })
    expect(parse({ url: 'hitpoint' }).error?.issues[0]).toMatchObject({ path: ['url'] })
    expect(parse({ balanceUrl: 'http://127.0.0.1/balance' }).error?.issues[0]).toMatchObject({
      path: ['balanceUrl'],
      message: expect.stringContaining('{user_id}'),
    })
    expect(parse({ scenarioIds: ['nothing'] }).error?.issues[0]?.message).toContain('There is no scenario “nothing”')
  })

  it('where nothing listens ends the run at once, with the cause', async () => {
    const backend = await answering(() => ({ status: 200, body: '' }))
    await backend.close().catch(() => undefined)
    const run = await check(optionsFor(backend.url))
    expect(run).toMatchObject({ state: 'unreachable', results: [], why: expect.stringContaining('Nothing listens') })
  })
})

describe('a run', () => {
  it('stops where it is cancelled, and keeps what it has found', async () => {
    const abort = new AbortController()
    const backend = await answering(() => ({ status: 200, body: '' }))
    const running = check(optionsFor(backend.url, { scenarioIds: ['first-delivery', 'slow-client'] }), abort.signal)
    await expect.poll(() => backend.arrived.length).toBe(1)
    // The slow client has connected and says nothing for a second.
    await pause(50)
    abort.abort()
    const run = await running
    expect(run).toMatchObject({ state: 'cancelled', results: [{ scenarioId: 'first-delivery' }] })
  })

  it('waits no longer than the time-out for a reply that never comes', async () => {
    const backend = await answering(() => new Promise(() => undefined))
    const run = await check(optionsFor(backend.url, { scenarioIds: ['first-delivery'], timeoutMs: 200 }))
    expect(reasonsOf(resultOf(run, 'first-delivery'))).toEqual([expect.stringContaining('within 200 ms')])
    expect(verdictOf(resultOf(run, 'first-delivery'))).toBe('fail')
  })
})
