import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { ReceiverLimits } from '../../src/core/receiver-limits.ts'
import type { Flood } from '../support/floods.ts'
import { isLongRun, rounds } from '../support/long-run.ts'
import { sendRaw } from '../support/raw-socket.ts'

const SUPPORT = join(import.meta.dirname, '../support')
/** A flood process holds no more sockets than any system allows it. */
const SOCKETS_EACH = 900
/** Grows with what is under way, and must not grow with what comes. */
const MOST_GROWTH = 300 * 1024 * 1024

interface State {
  readonly counts: { readonly byKind: { readonly postback: number; readonly noise: number; readonly rejected: number } }
  readonly why: string
  readonly rss: number
}

function child(file: string, args: readonly string[]): ChildProcess {
  const started = fork(join(SUPPORT, file), args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  onTestFinished(async () => {
    if (started.exitCode !== null || started.signalCode !== null) return
    const gone = once(started, 'exit')
    started.kill('SIGKILL')
    await gone
  })
  return started
}

async function said<T>(from: ChildProcess, name: string): Promise<T> {
  for (;;) {
    const [message] = (await once(from, 'message')) as [Record<string, unknown>]
    if (message['bug'] !== undefined) throw new Error(JSON.stringify(message['bug']))
    if (message[name] !== undefined) return message as T
  }
}

async function anInspector(limits: Partial<ReceiverLimits>) {
  const folder = await mkdtemp(join(tmpdir(), 'inspector-floods-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  const inspector = child('inspector-child.ts', [folder, JSON.stringify(limits)])
  const { port } = await said<{ port: number }>(inspector, 'port')
  const state = (): Promise<State> => {
    const answer = said<State>(inspector, 'rss')
    inspector.send('state')
    return answer
  }
  return { port, state }
}

/** Sends a clean postback every 50 ms on a connection of its own; rejects where one is not answered with 200. */
function probe(port: number) {
  const times: number[] = []
  let over = false
  const running = (async () => {
    for (let nth = 0; !over; nth += 1) {
      const from = performance.now()
      const target = `/hitpoint?user_id=probe_${String(nth)}&reward_amount=1.50`
      const answer = await sendRaw(port, `GET ${target} HTTP/1.1\r\nHost: a\r\n\r\n`)
      if (answer.status !== 200) throw new Error(`probe ${String(nth)}: ${String(answer.status)} ${answer.body}`)
      const took = performance.now() - from
      times.push(took)
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, 50 - took)))
    }
  })()
  // Looked at when it is stopped.
  running.catch(() => undefined)
  return {
    async stop() {
      over = true
      await running
      const sorted = times.toSorted((a, b) => a - b)
      const at = (part: number): number => Math.round(sorted[Math.floor(sorted.length * part)] ?? 0)
      return { sent: sorted.length, p50: at(0.5), p99: at(0.99) }
    },
  }
}

async function flood(port: number, kind: Flood, count: number): Promise<number> {
  const processes: ChildProcess[] = []
  for (let left = count; left > 0; left -= SOCKETS_EACH) {
    processes.push(child('flood-child.ts', [String(port), kind, String(Math.min(left, SOCKETS_EACH))]))
  }
  const opened = await Promise.all(processes.map((process) => said<{ opened: number }>(process, 'opened')))
  return opened.reduce((sum, one) => sum + one.opened, 0)
}

const UNBOUNDED = { strayRequests: 1_000_000, strayBytes: 1024 ** 3 }

describe('while strangers attack, clean postbacks are received', () => {
  it.each<[Flood, number, 'noise' | 'rejected' | null]>([
    ['idle', rounds(2_500, 10_000), null],
    ['slow heads', rounds(1_500, 10_000), 'rejected'],
    ['slow bodies', rounds(1_300, 3_000), 'noise'],
    ['header bombs', rounds(60, 3_000), 'rejected'],
    ['body bombs', rounds(6, 60), 'noise'],
    ['chunk bombs', rounds(80, 4_000), 'noise'],
  ])('%s, %i of them', async (kind, count, recordedAs) => {
    const { port, state } = await anInspector({ ...UNBOUNDED, headTimeout: 3_000, requestTimeout: 3_000 })
    const before = (await state()).rss
    const probes = probe(port)
    const opened = await flood(port, kind, count)
    let most = before
    if (recordedAs !== null) {
      await expect
        .poll(
          async () => {
            const { counts, rss } = await state()
            most = Math.max(most, rss)
            return counts.byKind.noise + counts.byKind.rejected
          },
          { timeout: 60_000, interval: 200 },
        )
        .toBe(opened)
    }
    const { sent, p50, p99 } = await probes.stop()
    const { counts, rss } = await state()
    most = Math.max(most, rss)
    const megabytes = (bytes: number): string => `${String(Math.round(bytes / 1024 / 1024))} MB`
    console.log(
      `${kind}: ${String(opened)} connections, recorded ${JSON.stringify(counts.byKind)}; ` +
        `${String(sent)} probes, p50 ${String(p50)} ms, p99 ${String(p99)} ms; RSS ${megabytes(before)} → ${megabytes(most)}`,
    )
    expect(opened).toBe(count)
    expect(counts.byKind.postback).toBe(sent)
    if (recordedAs !== null) expect(counts.byKind[recordedAs]).toBeGreaterThan(0)
    expect(most - before).toBeLessThan(MOST_GROWTH)
  })

  it('noise beyond what is kept: the surplus is one record, and told in the status', async () => {
    const { port, state } = await anInspector({ strayRequests: 100 })
    const probes = probe(port)
    const count = rounds(1_000, 20_000)
    expect(await flood(port, 'noise', count)).toBe(count)
    await expect.poll(async () => (await state()).why, { timeout: 60_000 }).toContain('only counted')
    const { sent, p50, p99 } = await probes.stop()
    const { counts } = await state()
    console.log(
      `noise: ${String(count)} came, ${String(counts.byKind.noise)} kept; ${String(sent)} probes, ` +
        `p50 ${String(p50)} ms, p99 ${String(p99)} ms`,
    )
    expect(counts.byKind.postback).toBe(sent)
    expect(counts.byKind.noise).toBeGreaterThanOrEqual(100)
    // A minute's worth at once, and what has come back meanwhile.
    expect(counts.byKind.noise).toBeLessThan(isLongRun ? 400 : 200)
  })
})
