/** A history with something in every table, and ways to break copies of it. */
import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEFAULT_ENDPOINT_CONFIG } from '../../src/core/endpoint.ts'
import { EVERYTHING } from '../../src/core/filter.ts'
import type { PostbackStore } from '../../src/core/ports.ts'
import type { PostbackDetail } from '../../src/core/postback.ts'
import { withPathToken } from '../../src/core/secret-path.ts'
import { createSqlitePostbackStore } from '../../src/services/store/sqlite-postback-store.ts'
import { aCapturedRequest, OK_REPLY, SOME_TIME } from './builders.ts'
import { collect } from './collect.ts'

export const PAGE = 8192

/** Whole numbers below a bound, the same for the same seed (mulberry32). */
export function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

export interface SampleHistory {
  /** Closed as it should be. */
  readonly closed: string
  /** As a crash leaves it: the latest requests stand in the write-ahead log alone. */
  readonly crashed: string
  readonly requests: ReadonlyMap<number, PostbackDetail>
  /** The highest number in the file of `crashed` without its log. */
  readonly checkpointed: number
  remove(): Promise<void>
}

export async function sampleHistory(count: number): Promise<SampleHistory> {
  const root = await mkdtemp(join(tmpdir(), 'inspector-damage-'))
  const live = join(root, 'live')
  const first = await createSqlitePostbackStore({ folder: live, appVersion: '1.2.3' })
  await fill(first, 0, Math.floor(count * 0.9))
  await fillOthers(first)
  const checkpointed = Math.floor(count * 0.9)
  await first.close()
  const second = await createSqlitePostbackStore({ folder: live, appVersion: '1.2.3' })
  await fill(second, checkpointed, count)
  const crashed = join(root, 'crashed')
  // Nothing is under way: what lies on the disk is what a crash would leave.
  await cp(live, crashed, { recursive: true })
  const requests = await requestsOf(second)
  await second.close()
  const closed = join(root, 'closed')
  await cp(live, closed, { recursive: true })
  return { closed, crashed, requests, checkpointed, remove: () => rm(root, { recursive: true, force: true }) }
}

async function fill(store: PostbackStore, from: number, to: number): Promise<void> {
  for (let start = from; start < to; start += 200) {
    const numbers = Array.from({ length: Math.min(200, to - start) }, (_, at) => start + at)
    const stored = await Promise.all(
      numbers.map((n) => {
        const body = n % 97 === 0 ? Buffer.from('körper '.repeat(3000) + String(n)) : new Uint8Array()
        const rawHeaders = ['Host', 'example.test', 'X-Number', n % 7 === 0 ? String(n) : String(n % 5)]
        return store.append(
          aCapturedRequest({
            receivedAt: SOME_TIME + n * 1000,
            target: `/hitpoint?user_id=u_${String(n)}&reward_amount=${String(n % 50)}.5${n % 11 === 0 ? '&x=' + 'y'.repeat(400) : ''}`,
            rawHeaders,
            body,
            bodyLength: body.length,
          }),
          OK_REPLY,
        )
      }),
    )
    for (const { id, receivedAt } of stored) store.recordReply(id, { sentAt: receivedAt + 5, senderGone: false })
  }
}

async function fillOthers(store: PostbackStore): Promise<void> {
  await store.marks.set([3, 5], { pinned: true, colour: 'red', note: 'look at this' })
  const second = { ...DEFAULT_ENDPOINT_CONFIG, name: 'Second', path: '/second', pathToken: 'f0rmerf0rmerf0rmerf0rm' }
  const { id: endpointId } = await store.saveEndpoint(null, second)
  await store.saveEndpoint(endpointId, { ...second, ...withPathToken(second, 'n0wn0wn0wn0wn0wn0wn0wn', SOME_TIME) })
  await store.saveSettings({
    ...(await store.settings()),
    screen: { ...(await store.settings()).screen, theme: 'dark' },
  })
  await store.saveMemo('tunnel-name', 'a-name-of-ours')
  await store.openOutage('tunnel-down', SOME_TIME, 'The tunnel server went away.')
  await store.forwards.record({
    postbackId: 4,
    mode: 'observe',
    url: 'http://127.0.0.1:3000/credit?x=1',
    startedAt: SOME_TIME,
    connectMs: 1,
    firstByteMs: 2.5,
    totalMs: 3,
    remoteAddress: '127.0.0.1',
    reply: { status: 200, statusText: 'OK', rawHeaders: ['A', 'b'], bodyBase64: 'b2s=', bodyLength: 2 },
    failure: null,
    retryAt: null,
  })
  await store.expectations.add({
    id: randomUUID(),
    endpointId,
    userId: 'u_expected',
    amount: '7.50',
    armedAt: SOME_TIME,
    until: SOME_TIME + 60_000,
    outcome: { state: 'expired', others: 2, endedAt: SOME_TIME + 60_000 },
  })
  await store.conformance.save({
    id: randomUUID(),
    state: 'finished',
    why: null,
    startedAt: SOME_TIME,
    endedAt: SOME_TIME + 1,
    version: '1',
    url: 'http://127.0.0.1:3000/',
    names: { userIdParam: 'user_id', rewardAmountParam: 'reward_amount', transactionIdParam: null, constants: [] },
    balanceUrl: null,
    balanceField: null,
    prefix: 'p',
    knownUser: null,
    total: 0,
    results: [],
  })
}

export async function requestsOf(store: PostbackStore): Promise<Map<number, PostbackDetail>> {
  const all = await collect(store.export(EVERYTHING))
  return new Map(all.map((request) => [request.id, request]))
}

/** A copy to break, in a folder that the caller removes. */
export async function copyOf(folder: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'inspector-damaged-'))
  await cp(folder, copy, { recursive: true })
  return copy
}

export const dbOf = (folder: string): string => join(folder, 'history.db')
export const logOf = (folder: string): string => join(folder, 'history.db-wal')

export async function overwrite(file: string, at: number, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.write(bytes, 0, bytes.length, at)
  await handle.close()
}

export async function cut(file: string, size: number): Promise<void> {
  const handle = await open(file, 'r+')
  await handle.truncate(size)
  await handle.close()
}

export async function flip(file: string, at: number, mask: number): Promise<void> {
  const bytes = await readFile(file)
  bytes[at] = (bytes[at] ?? 0) ^ mask
  await writeFile(file, bytes)
}

/** Resolves once nothing is being saved or read again any more. */
export async function settled(store: PostbackStore): Promise<void> {
  const isBusy = (): boolean =>
    store.notices().some(({ text }) => text.includes('are added behind')) || store.rereadProgress().state === 'running'
  await new Promise<void>((resolve) => {
    const stop = store.on(() => {
      if (isBusy()) return
      stop()
      resolve()
    })
    if (isBusy()) return
    stop()
    resolve()
  })
}
