import { EVERYTHING, NEWEST_FIRST, type PostbackFilter } from '../../../src/core/filter.ts'
import type { BenchContext, Figure, Measured } from '../line.ts'
import { quantile } from '../quantiles.ts'
import type { AskedScreen } from './screen.ts'

/** One kind of question; the nth call asks for something else than the one before. */
export interface Question {
  readonly name: string
  /** What the nth call needs, done before it and not timed. */
  readonly prepare?: (screen: AskedScreen, n: number) => Promise<unknown>
  readonly call: (screen: AskedScreen, n: number) => Promise<unknown>
}

const MOST = 300
const FEWEST = 25
const LONGEST_MS = 12_000
const WARM_UP = 3

/** The times of a question asked again and again, in ms: 300 times, or fewer where it takes long. */
export async function timesOf(context: BenchContext, screen: AskedScreen, question: Question): Promise<number[]> {
  const times: number[] = []
  const [most, longest] = context.quick ? [60, 2_000] : [MOST, LONGEST_MS]
  const start = performance.now()
  for (let n = 0; times.length < most; n += 1) {
    context.signal.throwIfAborted()
    await question.prepare?.(screen, n)
    const from = performance.now()
    await question.call(screen, n)
    if (n >= WARM_UP) times.push(performance.now() - from)
    if (times.length >= FEWEST && performance.now() - start > longest) break
  }
  return times
}

/** Asks all of them; judged is the slowest one's p99. */
export async function worstOf(
  context: BenchContext,
  screen: AskedScreen,
  questions: readonly Question[],
  atMost: number,
): Promise<Measured> {
  const results: { name: string; p50: number; p99: number }[] = []
  for (const question of questions) {
    const times = await timesOf(context, screen, question)
    const result = { name: question.name, p50: quantile(times, 0.5), p99: quantile(times, 0.99) }
    context.say(`${result.name}: p50 ${result.p50.toFixed(2)} ms, p99 ${result.p99.toFixed(2)} ms`)
    results.push(result)
  }
  const figure: Figure = { what: 'p99', value: Math.max(...results.map(({ p99 }) => p99)), unit: 'ms', atMost }
  const detail = results.map(({ name, p50, p99 }) => `${name} ${p50.toFixed(1)} / ${p99.toFixed(1)}`).join(', ')
  return { figures: [figure], detail: `p50 / p99: ${detail}` }
}

/** The first page of 100 of a filter, newest first, as the list asks for it. */
export function firstPage(screen: AskedScreen, filter: Partial<PostbackFilter>) {
  return screen.ask('postback.page', {
    filter: { ...EVERYTHING, ...filter },
    sort: NEWEST_FIRST,
    cursor: null,
    newerThan: null,
    limit: 100,
  })
}
