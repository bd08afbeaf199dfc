import { readFileSync } from 'node:fs'
import { type Profiler, Session } from 'node:inspector/promises'
import { fileURLToPath } from 'node:url'

/** Which blocks of the code under test have run, as V8 counts them. Node strips types in place, so offsets are the source's. */
export interface Coverage {
  /** What ran since the last look. */
  look(): Promise<Look>
  /** Over all that was seen: lines that ran of those with code that can. */
  lines(): { readonly ran: number; readonly all: number }
  readonly blocks: number
}

export interface Look {
  /** Every block that ran. */
  readonly ran: ReadonlySet<string>
  /** Those that never had before. */
  readonly fresh: ReadonlySet<string>
}

/** Counts in this very thread, in all modules whose URL fits. */
export async function startCoverage(fits: RegExp): Promise<Coverage> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  const seen = new Set<string>()
  /** By module: the outermost function's ranges as they came, so that lines can be told at the end. */
  const ran = new Map<string, Map<string, { start: number; end: number; count: number }>>()

  function note(url: string, functions: readonly Profiler.FunctionCoverage[], now: Set<string>, fresh: Set<string>) {
    const ranges = ran.get(url) ?? new Map<string, { start: number; end: number; count: number }>()
    ran.set(url, ranges)
    for (const { ranges: found } of functions) {
      for (const { startOffset, endOffset, count } of found) {
        const key = `${String(startOffset)}-${String(endOffset)}`
        const known = ranges.get(key)
        if (known === undefined) ranges.set(key, { start: startOffset, end: endOffset, count })
        else known.count += count
        if (count === 0) continue
        const block = `${url}:${key}`
        now.add(block)
        if (!seen.has(block)) fresh.add(block)
        seen.add(block)
      }
    }
  }

  return {
    async look() {
      const { result } = await session.post('Profiler.takePreciseCoverage')
      const now = new Set<string>()
      const fresh = new Set<string>()
      for (const { url, functions } of result) if (fits.test(url)) note(url, functions, now, fresh)
      return { ran: now, fresh }
    },
    lines() {
      const total = { ran: 0, all: 0 }
      for (const [url, ranges] of ran) {
        const { ran: one, all } = linesOf(readFileSync(fileURLToPath(url), 'utf8'), [...ranges.values()])
        total.ran += one
        total.all += all
      }
      return total
    },
    get blocks() {
      return seen.size
    },
  }
}

/** A line ran where the innermost range around its first character did. */
function linesOf(
  source: string,
  ranges: readonly { readonly start: number; readonly end: number; readonly count: number }[],
): { ran: number; all: number } {
  const ordered = ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)
  let at = 0
  let ran = 0
  let all = 0
  for (const line of source.split('\n')) {
    const first = at + (line.length - line.trimStart().length)
    at += line.length + 1
    if (!/^(?!\/\/|\/?\*|import|export type|type |interface |readonly |[)\]}]+,?$).*\w/.test(line.trim())) continue
    const around = ordered.findLast(({ start, end }) => start <= first && first < end)
    if (around === undefined) continue
    all += 1
    if (around.count > 0) ran += 1
  }
  return { ran, all }
}
