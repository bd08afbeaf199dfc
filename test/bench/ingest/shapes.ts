import type { Figure, Line } from '../line.ts'
import { median } from '../quantiles.ts'
import type { LoadOrder, LoadResult } from './load.ts'
import { ingestRig } from './rig.ts'
import { perSecond } from './send.ts'

const CONNECTIONS = 64

/** A way of sending, and what is asked for: requests/s at least so much of the bare server's, times at most so much of its. */
interface Shape {
  readonly name: string
  readonly target: string
  readonly mode: LoadOrder['mode']
  readonly rate: number
  readonly asked: { readonly share?: number; readonly p50?: number; readonly p99?: number }
}

const SHAPES: readonly Shape[] = [
  {
    name: 'durable ingest, 64 keep-alive connections',
    target: '≥ 0.55 of a bare server’s requests/s, p99 ≤ 3×',
    mode: 'keep-alive',
    rate: 0,
    asked: { share: 0.55, p99: 3 },
  },
  {
    name: 'durable ingest, a connection each',
    target: '≥ 0.80 of a bare server’s requests/s',
    mode: 'close',
    rate: 0,
    asked: { share: 0.8 },
  },
  {
    name: 'open loop, 1,000/s',
    target: 'p50 ≤ 2× and p99 ≤ 2.5× a bare server’s',
    mode: 'open',
    rate: 1000,
    asked: { p50: 2, p99: 2.5 },
  },
  {
    name: 'open loop, 2,000/s',
    target: 'p50 ≤ 2× and p99 ≤ 4× a bare server’s',
    mode: 'open',
    rate: 2000,
    asked: { p50: 2, p99: 4 },
  },
]

interface Ratios {
  readonly share: number
  readonly p50: number
  readonly p99: number
  readonly rate: number
}

function ratios(one: LoadResult, bare: LoadResult): Ratios {
  return {
    share: perSecond(one) / perSecond(bare),
    p50: one.p50 / bare.p50,
    p99: one.p99 / bare.p99,
    rate: perSecond(one),
  }
}

/** Rounds in turn with the bare server, medians of the rounds' ratios. */
export const INGEST_LINES: readonly Line[] = SHAPES.map(({ name, target, mode, rate, asked }) => ({
  subject: 'ingest',
  name,
  target,
  async measure(context) {
    const rig = await ingestRig(context)
    const [rounds, seconds] = context.quick ? [2, 1.5] : [7, 4]
    const all: Ratios[] = []
    const floors: Ratios[] = []
    // The first round warms both up and does not count.
    for (let round = 0; round <= rounds; round += 1) {
      context.signal.throwIfAborted()
      const order = { seconds, connections: CONNECTIONS, mode, rate, name: `${mode}${String(rate)}r${String(round)}` }
      const { bare, floor, ours } = await rig.round(order)
      if (round === 0) continue
      all.push(ratios(ours, bare))
      floors.push(ratios(floor, bare))
    }
    const of = (key: keyof Ratios, from = all): number => median(from.map((one) => one[key]))
    const figures: Figure[] = [
      { what: 'p50', value: of('p50'), unit: 'times', ...(asked.p50 === undefined ? {} : { atMost: asked.p50 }) },
      { what: 'p99', value: of('p99'), unit: 'times', ...(asked.p99 === undefined ? {} : { atMost: asked.p99 }) },
    ]
    if (asked.share !== undefined) {
      figures.unshift({ what: 'requests/s', value: of('share'), unit: 'times', atLeast: asked.share })
    }
    const key = asked.share === undefined ? 'p99' : 'share'
    const name = key === 'share' ? 'floor: requests/s' : 'floor: p99'
    figures.push({ what: name, value: of(key, floors), unit: 'times' })
    return { figures, detail: `${Math.round(of('rate')).toLocaleString('en-US')}/s` }
  },
}))
