import type { Input } from '../../../src/contract/procedures.ts'
import type { Endpoint } from '../../../src/core/endpoint.ts'
import { EVERYTHING, NEWEST_FIRST, type PostbackFilter } from '../../../src/core/filter.ts'
import type { Settings } from '../../../src/core/settings.ts'
import { EVERY_USER } from '../../../src/core/users.ts'
import type { SocketCalls } from './socket-calls.ts'
import { waitUnless } from './tunnel.ts'

const SEARCH_EVERY_MS = 1_000
const CHANGE_EVERY_MS = 20_000
const EXPORT_EVERY_MS = 45_000
/** A report of evidence holds 5,000 requests at most. */
const EXPORTED_SPAN_MS = 10_000
const FORMATS = ['ndjson', 'csv', 'har', 'json', 'evidence-html', 'evidence-json'] as const

interface Overview {
  readonly settings: Settings
  readonly endpoints: readonly Endpoint[]
}

/** What a user does meanwhile. `times` are those of the searches, in ms; `problems` are sentences. */
export interface Activities {
  readonly counts: { searches: number; exports: number; changes: number }
  readonly times: readonly number[]
  readonly problems: readonly string[]
  readonly done: Promise<void>
}

/** Searches every second, changes settings and an endpoint, and takes exports, over the contract, until it is over. */
export function startActivities(
  contract: SocketCalls,
  screenUrl: string,
  stopped: () => boolean,
  signal: AbortSignal,
): Activities {
  const counts = { searches: 0, exports: 0, changes: 0 }
  const times: number[] = []
  const problems: string[] = []

  async function every(ms: number, act: (turn: number) => Promise<void>): Promise<void> {
    for (let turn = 0; !stopped(); turn += 1) {
      await waitUnless(ms, stopped, signal)
      if (stopped()) return
      try {
        await act(turn)
      } catch (error) {
        if (!stopped() && problems.length < 10) problems.push(String(error))
      }
    }
  }

  async function search(turn: number): Promise<void> {
    const from = performance.now()
    await contract.call(...searches(turn))
    times.push(performance.now() - from)
    counts.searches += 1
  }

  async function change(turn: number): Promise<void> {
    const { settings, endpoints } = (await contract.call('app.overview', {})) as Overview
    const theme = turn % 2 === 0 ? 'dark' : 'light'
    await contract.call('settings.save', { settings: { ...settings, screen: { ...settings.screen, theme } } })
    const [first] = endpoints
    if (first !== undefined) {
      const { id, ...config } = first
      const name = `Soak ${String(turn)}`
      await contract.call('endpoint.save', { id, config: { ...config, name } })
    }
    counts.changes += 1
  }

  async function takeExport(turn: number): Promise<void> {
    const filter = { ...EVERYTHING, from: Date.now() - EXPORTED_SPAN_MS }
    const format = FORMATS[turn % FORMATS.length] ?? 'ndjson'
    const wish: Input<'export.start'> = { format, filter, expectationIds: null }
    const started = (await contract.call('export.start', wish)) as { download: string | null } | null
    const { origin, searchParams } = new URL(screenUrl)
    const reply = await fetch(`${origin}/${searchParams.get('token') ?? ''}/${started?.download ?? ''}`)
    const bytes = (await reply.arrayBuffer()).byteLength
    if (reply.status !== 200 || bytes === 0) throw new Error(`an export as ${format} came to ${String(reply.status)}`)
    counts.exports += 1
  }

  const done = Promise.all([
    every(SEARCH_EVERY_MS, search),
    every(CHANGE_EVERY_MS, change),
    every(EXPORT_EVERY_MS, takeExport),
  ]).then(() => undefined)
  return { counts, times, problems, done }
}

/** The nth search: texts, findings, amounts, users, sums, counts. */
function searches(turn: number): [string, unknown] {
  const page = (filter: Partial<PostbackFilter>): [string, unknown] => [
    'postback.page',
    { filter: { ...EVERYTHING, ...filter }, sort: NEWEST_FIRST, cursor: null, newerThan: null, limit: 100 },
  ]
  const user = `u_${String((turn * 37) % 5000)}_`
  const all: readonly [string, unknown][] = [
    page({ texts: [user] }),
    page({ codes: ['html-ampersand'] }),
    page({ amounts: [{ comparison: '>', value: '990' }], verdicts: ['pass', 'warn'] }),
    ['user.page', { filter: EVERY_USER, sort: { column: 'sum', direction: 'descending' }, offset: 0, limit: 50 }],
    ['postback.counts', { filter: { ...EVERYTHING, kinds: ['rejected'] } }],
    ['postback.suggestUserIds', { prefix: 'u_1', limit: 10 }],
    page({ userIdContains: user }),
    ['outage.list', { from: 0, to: Date.now() }],
  ]
  return all[turn % all.length] ?? page({})
}
