import { describe, expect, it } from 'vitest'
import { DEFAULT_ENDPOINT_CONFIG } from '../../../src/core/endpoint.ts'
import { EVERYTHING } from '../../../src/core/filter.ts'
import type { PostbackStore } from '../../../src/core/ports.ts'
import type { PlannedReply } from '../../../src/core/postback.ts'
import { aCapturedRequest, OK_REPLY } from '../../support/builders.ts'
import { openStore } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const START = 1_700_000_000_000
const target = (user: string, amount = '5', more = ''): string =>
  `/hitpoint?user_id=${user}&reward_amount=${amount}${more}`

async function arrive(store: PostbackStore, path: string, at: number, reply: PlannedReply = OK_REPLY): Promise<number> {
  return (await store.append(aCapturedRequest({ target: path, receivedAt: START + at }), reply)).id
}

describe('the deliveries of one reward', () => {
  it('are found around any of them, oldest first, with their replies', async () => {
    const store = await openStore({ folder: await tempFolder() })
    const first = await arrive(store, target('a'), 0, { ...OK_REPLY, status: 500 })
    await arrive(store, target('b'), 5)
    await arrive(store, target('a', '5.0'), 6)
    const second = await arrive(store, target('a'), 10_000, { ...OK_REPLY, ending: 'silence' })
    const third = await arrive(store, target('a', '5', '&other=1'), 70_000)
    for (const id of [first, second, third]) {
      const series = await store.deliveries.series(id)
      expect(series.attempts.map((attempt) => attempt.id)).toEqual([first, second, third])
      expect(series.attempts.map(({ reply }) => [reply.status, reply.ending])).toEqual([
        [500, undefined],
        [200, 'silence'],
        [200, undefined],
      ])
      expect(series).toMatchObject({ earlier: false, later: false })
    }
  })

  it('are those of the same transaction, where one is mapped', async () => {
    const store = await openStore({ folder: await tempFolder() })
    const [endpoint] = await store.endpoints()
    const extraFields = [{ field: 'transaction_id', param: 'tx' }]
    await store.saveEndpoint(endpoint?.id ?? '', { ...DEFAULT_ENDPOINT_CONFIG, extraFields })
    const one = await arrive(store, target('a', '5', '&tx=1'), 0)
    await arrive(store, target('a', '5', '&tx=2'), 1)
    const again = await arrive(store, target('a', '5', '&tx=1'), 2)
    expect((await store.deliveries.series(one)).attempts.map(({ id }) => id)).toEqual([one, again])
  })

  it('have the same target where user id or amount is missing; a probe or noise has none', async () => {
    const store = await openStore({ folder: await tempFolder() })
    const one = await arrive(store, '/hitpoint?user_id=a&x=1', 0)
    await arrive(store, '/hitpoint?user_id=a&x=2', 1)
    const again = await arrive(store, '/hitpoint?user_id=a&x=1', 2)
    const noise = await arrive(store, '/favicon.ico', 3)
    expect((await store.deliveries.series(again)).attempts.map(({ id }) => id)).toEqual([one, again])
    expect(await store.deliveries.series(noise)).toEqual({ attempts: [], earlier: false, later: false })
    expect((await store.deliveries.series(999)).attempts).toEqual([])
  })

  it('are at most 200, those around the one that is asked for', async () => {
    const store = await openStore({ folder: await tempFolder() })
    await Promise.all(Array.from({ length: 450 }, (_, n) => arrive(store, target('a'), n)))
    const middle = await store.deliveries.series(220)
    expect(middle.attempts).toHaveLength(200)
    expect(middle.attempts.map(({ id }) => id)).toContain(220)
    expect(middle).toMatchObject({ earlier: true, later: true })
    const first = await store.deliveries.series(1)
    expect(first.attempts.map(({ id }) => id)).toEqual(Array.from({ length: 200 }, (_, n) => n + 1))
    expect(first).toMatchObject({ earlier: false, later: true })
    expect(await store.deliveries.series(450)).toMatchObject({ earlier: true, later: false })
  })

  it('of an endpoint are its newest postbacks, oldest first', async () => {
    const store = await openStore({ folder: await tempFolder() })
    const [endpoint] = await store.endpoints()
    await arrive(store, target('a'), 0)
    await arrive(store, '/favicon.ico', 1)
    await arrive(store, target('b'), 2)
    expect((await store.deliveries.ofEndpoint(endpoint?.id ?? '')).map(({ id }) => id)).toEqual([1, 3])
    expect(await store.deliveries.ofEndpoint('nobody')).toEqual([])
  })
})

describe('how a reply ended', () => {
  it('is kept with it, in summaries, details and exports, over a restart too', async () => {
    const folder = await tempFolder()
    const first = await openStore({ folder })
    const endings = ['complete', 'silence', 'reset', 'cut'] as const
    for (const ending of endings) {
      const summary = await first.append(aCapturedRequest(), { ...OK_REPLY, ending })
      expect(summary.reply.ending).toBe(ending === 'complete' ? undefined : ending)
    }
    await first.close()
    const store = await openStore({ folder })
    const expected = [undefined, 'silence', 'reset', 'cut']
    expect((await store.byIds([1, 2, 3, 4])).map(({ reply }) => reply.ending)).toEqual(expected)
    expect((await store.detail(3))?.reply).toMatchObject({ status: 200, ending: 'reset' })
    const exported: (string | undefined)[] = []
    for await (const { reply } of store.export(EVERYTHING)) exported.push(reply.ending)
    expect(exported).toEqual(expected)
  })
})
