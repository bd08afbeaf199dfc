import { seededRandom } from '../../support/random-decimals.ts'
import { startCoverage } from './coverage.ts'
import { bytesOf, inputOf } from './input.ts'
import { mutate } from './mutate.ts'
import type { FuzzTarget } from './target.ts'

/** Longer than this, in ms, is a hang. */
export const HANG_MS = 1_000
/** A slow input is run again so often: another program may have had the processor. */
const TRIES = 3
const FIRST_BATCH = 50
const LARGEST_BATCH = 2_000

/** An input that broke something. */
export interface Found {
  readonly target: string
  readonly base64: string
  readonly why: string
}

export interface FuzzReport {
  readonly inputs: number
  readonly ms: number
  readonly corpus: number
  readonly blocks: number
  readonly lines: { readonly ran: number; readonly all: number }
  readonly longest: { readonly ms: number; readonly target: string; readonly base64: string }
  readonly found: readonly Found[]
}

/** Runs one input; why it fails, or null. Hangs are confirmed; `ms` is the shortest of the tries. */
export async function tryInput(
  target: FuzzTarget,
  bytes: Uint8Array,
): Promise<{ readonly why: string | null; readonly ms: number }> {
  let shortest = Number.POSITIVE_INFINITY
  for (let turn = 0; turn < TRIES; turn += 1) {
    const from = performance.now()
    try {
      const done = target.run(inputOf(bytes))
      if (done instanceof Promise) await done
    } catch (error) {
      return {
        why: error instanceof Error ? (error.stack ?? error.message) : String(error),
        ms: performance.now() - from,
      }
    }
    shortest = Math.min(shortest, performance.now() - from)
    if (shortest <= HANG_MS) return { why: null, ms: shortest }
  }
  return { why: `it takes ${shortest.toFixed(0)} ms`, ms: shortest }
}

/**
 * So many inputs for the targets in turn. What reaches new code joins the corpus of its target and is changed further.
 * `before` hears of each input before it runs, so that one that never ends can be named.
 */
export async function fuzz(options: {
  readonly targets: readonly FuzzTarget[]
  readonly seed: number
  readonly inputs: number
  readonly covers: RegExp
  readonly before: (target: number, bytes: Uint8Array) => void
  readonly stopAfter: number
}): Promise<FuzzReport> {
  const { targets, before } = options
  const random = seededRandom(options.seed)
  const coverage = await startCoverage(options.covers)
  const corpora = targets.map(({ seeds }) => seeds.map((seed): Uint8Array => bytesOf(seed)))
  const found: Found[] = []
  let longest = { ms: 0, target: '', base64: '' }
  let inputs = 0
  const start = performance.now()

  async function run(index: number, bytes: Uint8Array): Promise<void> {
    const target = targets[index]
    if (target === undefined) return
    before(index, bytes)
    inputs += 1
    const { why, ms } = await tryInput(target, bytes)
    if (why !== null) found.push({ target: target.name, base64: Buffer.from(bytes).toString('base64'), why })
    if (ms > longest.ms) longest = { ms, target: target.name, base64: Buffer.from(bytes).toString('base64') }
  }

  /** Those of a batch that reach these blocks: halved until each stands alone. */
  async function keep(batch: readonly Uint8Array[], index: number, blocks: ReadonlySet<string>): Promise<void> {
    const [only] = batch
    if (only === undefined || blocks.size === 0) return
    if (batch.length === 1) {
      corpora[index]?.push(only)
      return
    }
    const half = Math.ceil(batch.length / 2)
    const first = batch.slice(0, half)
    const target = targets[index]
    for (const bytes of first) if (target !== undefined) await tryInput(target, bytes)
    const { ran } = await coverage.look()
    const reached = new Set([...blocks].filter((block) => ran.has(block)))
    await keep(first, index, reached)
    await keep(batch.slice(half), index, new Set([...blocks].filter((block) => !ran.has(block))))
  }

  for (const [index, corpus] of corpora.entries()) for (const bytes of corpus) await run(index, bytes)
  await coverage.look()
  const sizes = targets.map(() => FIRST_BATCH)
  for (let turn = 0; inputs < options.inputs && found.length < options.stopAfter; turn += 1) {
    const index = turn % targets.length
    const size = Math.min(sizes[index] ?? FIRST_BATCH, options.inputs - inputs)
    const batch = Array.from({ length: size }, () => mutate(corpora[index] ?? [], random))
    for (const bytes of batch) await run(index, bytes)
    const { fresh } = await coverage.look()
    await keep(batch, index, fresh)
    // Where new code is rare, looking for it costs more than it gives.
    sizes[index] = fresh.size > 0 ? Math.max(FIRST_BATCH, Math.floor(size / 2)) : Math.min(LARGEST_BATCH, size * 2)
  }

  const corpus = corpora.reduce((sum, one) => sum + one.length, 0)
  const ms = performance.now() - start
  return { inputs, ms, corpus, blocks: coverage.blocks, lines: coverage.lines(), longest, found }
}
