import { readdirSync, readFileSync } from 'node:fs'
import type { SocketCalls } from './socket-calls.ts'
import { type Point, sparkline, type Trend, trendOf } from './statistics.ts'
import type { ThreadHeaps } from './thread-heaps.ts'

const MIB = 1024 * 1024

/**
 * How long SQLite's three page caches (16 MiB each, the writer's and the readers') take to fill, in minutes: 6 to 8 at
 * 200/s. They are bounded, so what they add until then is no leak.
 */
const CACHES_FILL = 9

/** What is measured of the product: bytes as MiB, the rest as counts. Less growth than `floor` is no leak. */
export const CURVES = {
  rss: { name: 'RSS, MiB', floor: 8, warmUp: CACHES_FILL },
  heap: { name: 'live heap, MiB', floor: 2 },
  threadHeap: { name: 'heaps of threads, MiB', floor: 2 },
  backing: { name: 'buffers, MiB', floor: 2 },
  fds: { name: 'open files', floor: 8 },
  resources: { name: 'handles and timers', floor: 8 },
  threads: { name: 'threads', floor: 1 },
  screenHeap: { name: 'screen heap, MiB', floor: 8 },
} as const satisfies Record<string, CurveSpec>
export type Curve = keyof typeof CURVES

interface CurveSpec {
  readonly name: string
  readonly floor: number
  /** It is judged from this minute on, where that is later than the warm-up of all. */
  readonly warmUp?: number
}

export type Sample = { readonly at: number } & Readonly<Partial<Record<Curve, number>>>

/** One look at the product. The live heap is what is left after a collection, which is asked for first. */
export async function sample(
  pid: number,
  inspector: SocketCalls,
  threads: ThreadHeaps,
  screenHeap: () => Promise<number | null>,
  at: number,
): Promise<Sample> {
  await inspector.call('HeapProfiler.collectGarbage', {})
  const heap = (await inspector.call('Runtime.getHeapUsage', {})) as { usedSize: number; backingStorageSize?: number }
  const resources = (await inspector.call('Runtime.evaluate', {
    expression: 'process.getActiveResourcesInfo().length',
    returnByValue: true,
  })) as { result: { value: number } }
  const screen = await screenHeap().catch(() => null)
  return {
    at,
    rss: statusOf(pid, 'VmRSS') / 1024,
    heap: heap.usedSize / MIB,
    threadHeap: (await threads.used(inspector)) / MIB,
    backing: (heap.backingStorageSize ?? 0) / MIB,
    fds: readdirSync(`/proc/${String(pid)}/fd`).length,
    resources: resources.result.value,
    threads: statusOf(pid, 'Threads'),
    ...(screen === null ? {} : { screenHeap: screen / MIB }),
  }
}

function statusOf(pid: number, name: string): number {
  const text = readFileSync(`/proc/${String(pid)}/status`, 'utf8')
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? Number.NaN)
}

/** The curves as text, each with what it does after the warm-up. `leaks` names those that rise beyond their noise. */
export function describeSamples(
  samples: readonly Sample[],
  warmUp: number,
): { readonly lines: readonly string[]; readonly leaks: readonly string[] } {
  const lines: string[] = []
  const leaks: string[] = []
  for (const key of Object.keys(CURVES) as Curve[]) {
    const { name, floor, warmUp: itsOwn = 0 }: CurveSpec = CURVES[key]
    const points: Point[] = samples.flatMap((one) => {
      const value = one[key]
      return value === undefined ? [] : [{ at: one.at, value }]
    })
    if (points.length === 0) continue
    const values = points.map(({ value }) => value)
    const trend = trendOf(
      points.filter(({ at }) => at >= Math.max(warmUp, itsOwn)),
      floor,
    )
    lines.push(
      `${name.padEnd(22)} ${sparkline(values)}  ${Math.min(...values).toFixed(1)} … ${Math.max(...values).toFixed(1)}`,
      `${''.padEnd(22)} ${trend === null ? 'too short to tell a slope' : words(trend)}`,
    )
    if (trend !== null && !trend.withinNoise) leaks.push(name)
  }
  return { lines, leaks }
}

function words({ slope, low, high, growth, noise, withinNoise }: Trend): string {
  const signed = (value: number): string => `${value >= 0 ? '+' : ''}${value.toFixed(3)}`
  return `slope ${signed(slope)}/min (95 %: ${signed(low)} … ${signed(high)}), ${signed(growth)} in all, noise ±${noise.toFixed(2)}: ${withinNoise ? 'within noise' : 'RISES BEYOND ITS NOISE'}`
}
