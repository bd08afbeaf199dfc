import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_ENDPOINT_CONFIG } from '../../../src/core/endpoint.ts'
import { EVERYTHING, type PostbackFilter } from '../../../src/core/filter.ts'
import type { PostbackStore } from '../../../src/core/ports.ts'
import type { CapturedRequest } from '../../../src/core/postback.ts'
import { createSqlitePostbackStore } from '../../../src/services/store/sqlite-postback-store.ts'
import { aCapturedRequest, OK_REPLY } from '../../support/builders.ts'
import { allIds, collect } from '../../support/collect.ts'

let folder: string
let store: PostbackStore
let otherEndpoint: string
const ids: Record<string, number> = {}

/** By name, so that each case can say whom it expects. */
const HISTORY: readonly (readonly [string, Partial<CapturedRequest>, number])[] = [
  ['anna', { target: '/hitpoint?user_id=anna&reward_amount=10' }, 200],
  ['other', { target: '/other?uid=Bob&coins=10.00' }, 500],
  ['exponent', { target: '/hitpoint?user_id=carl&reward_amount=1e1' }, 200],
  ['small', { target: '/hitpoint?user_id=dora%20M%C3%9CLLER&reward_amount=0.30000000000000004' }, 200],
  ['comma', { target: '/hitpoint?user_id=anna&reward_amount=1,50' }, 200],
  ['missing', { target: '/hitpoint?reward_amount=7' }, 200],
  ['posted', { method: 'POST', target: '/hitpoint?user_id=eve&reward_amount=8', body: bytes('Größe=100%_x') }, 200],
  ['probe', { method: 'HEAD', target: '/hitpoint' }, 200],
  ['noise', { target: '/favicon.ico', rawHeaders: ['Host', 'a', 'User-Agent', 'Strange\u00c3\u00a9 Browser'] }, 404],
  [
    'rejected',
    {
      method: null,
      target: null,
      httpVersion: null,
      rawHeaders: [],
      rejection: { code: 'HPE_INVALID_METHOD', firstBytes: bytes('hello there') },
    },
    400,
  ],
]

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inspector-test-'))
  store = await createSqlitePostbackStore({ folder, appVersion: '1.2.3' })
  const config = { ...DEFAULT_ENDPOINT_CONFIG, name: 'Other', path: '/other' }
  const saved = await store.saveEndpoint(null, { ...config, userIdParam: 'uid', rewardAmountParam: 'coins' })
  otherEndpoint = saved.id
  for (const [at, [name, request, status]] of HISTORY.entries()) {
    const { id } = await store.append(aCapturedRequest({ receivedAt: 1000 + at, ...request }), { ...OK_REPLY, status })
    ids[name] = id
  }
}, 60_000)

afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

async function matching(filter: Partial<PostbackFilter>): Promise<string[]> {
  const whole = { ...EVERYTHING, ...filter }
  const found = await allIds(store, { filter: whole })
  // The same filter stands behind each of these.
  const [counts, exported] = await Promise.all([store.counts(whole), collect(store.export(whole))])
  expect(counts.total).toBe(found.length)
  expect(exported.map((detail) => detail.id).toReversed()).toEqual(found)
  return found.toReversed().map((id) => HISTORY[id - 1]?.[0] ?? '?')
}

const EVERYBODY = HISTORY.map(([name]) => name)

describe('A filter', () => {
  const cases: readonly (readonly [string, Partial<PostbackFilter>, readonly string[]])[] = [
    ['that is empty lets everything through', {}, EVERYBODY],
    ['by one kind', { kinds: ['probe'] }, ['probe']],
    ['by several kinds', { kinds: ['noise', 'rejected'] }, ['noise', 'rejected']],
    ['by verdict', { verdicts: ['fail'] }, ['comma', 'missing', 'posted']],
    ['by several verdicts', { verdicts: ['warn', 'fail'] }, ['exponent', 'comma', 'missing', 'posted']],
    ['by one code', { codes: ['amount-decimal-comma'] }, ['comma']],
    ['by any of several codes', { codes: ['param-missing', 'method-not-get'] }, ['missing', 'posted']],
    [
      'by a code that must not be there',
      { kinds: ['postback'], excludeCodes: ['param-missing', 'amount-exponent'] },
      ['anna', 'other', 'small', 'comma', 'posted'],
    ],
    ['by code and verdict at once', { codes: ['amount-decimal-comma'], verdicts: ['pass'] }, []],
    ['by user id, exactly', { userId: 'anna' }, ['anna', 'comma']],
    ['by user id, in its own case', { userId: 'Anna' }, []],
    ['by a part of the user id, in any case', { userIdContains: 'NN' }, ['anna', 'comma']],
    ['by a part of the user id beyond ASCII, in any case', { userIdContains: 'müller' }, ['small']],
    ['by a part of the user id that is no pattern', { userIdContains: '%' }, []],
    ['by an amount, as a number', { amounts: [{ comparison: '=', value: '10' }] }, ['anna', 'other', 'exponent']],
    [
      'by an amount, to the last digit',
      {
        amounts: [
          { comparison: '>', value: '0.3' },
          { comparison: '<', value: '0.300000000000000041' },
        ],
      },
      ['small'],
    ],
    ['by an amount or more', { amounts: [{ comparison: '>=', value: '8' }] }, ['anna', 'other', 'exponent', 'posted']],
    ['by an amount or less', { amounts: [{ comparison: '<=', value: '7' }] }, ['small', 'missing']],
    ['by an amount that is no number', { amounts: [{ comparison: '=', value: 'ten' }] }, []],
    ['by method', { methods: ['POST', 'HEAD'] }, ['posted', 'probe']],
    ['by the status of the reply', { statuses: [404, 500] }, ['other', 'noise']],
    ['by time, from inclusive, to exclusive', { from: 1002, to: 1004 }, ['exponent', 'small']],
    ['by a time in which nothing came', { from: 5000, to: 6000 }, []],
    ['by text in the target', { texts: ['USER_ID=anna'] }, ['anna', 'comma']],
    ['by text in a decoded value', { texts: ['dora m'] }, ['small']],
    ['by text in a header', { texts: ['user-agent: strangeé'] }, ['noise']],
    ['by text in headers that repeat', { texts: ['axios/1.7.2'], kinds: ['probe'] }, ['probe']],
    ['by text in the body', { texts: ['größe'] }, ['posted']],
    ['by text with wildcards, as it stands', { texts: ['100%_x'] }, ['posted']],
    ['by text in what was no request', { texts: ['HELLO'] }, ['rejected']],
    ['by texts that must all be there', { texts: ['anna', '1,50'] }, ['comma']],
    ['by a text that must not be there', { texts: ['anna'], excludeTexts: ['1,50'] }, ['anna']],
    [
      'by everything at once',
      {
        kinds: ['postback'],
        verdicts: ['pass', 'fail'],
        codes: ['amount-decimal-comma', 'param-missing'],
        userId: 'anna',
        methods: ['GET'],
        statuses: [200],
        from: 0,
        to: 2000,
        texts: ['hitpoint'],
      },
      ['comma'],
    ],
  ]
  it.each(cases)('%s', async (_name, filter, expected) => {
    expect(await matching(filter)).toEqual(expected)
  })

  it('by endpoint', async () => {
    expect(await matching({ endpointIds: [otherEndpoint] })).toEqual(['other'])
    expect(await matching({ endpointIds: ['nobody'] })).toEqual([])
    const every = (await store.endpoints()).map((endpoint) => endpoint.id)
    expect(await matching({ endpointIds: every, verdicts: ['pass'] })).toEqual(['anna', 'other', 'small'])
  })
})
