import type { PostbackSummary } from '../../../../core/postback.ts'
import type { RowRange } from './list-window.ts'
import type { RowCache } from './row-cache.ts'
import type { Skeleton } from './skeleton.ts'

/** Rows of one call. */
const BATCH = 120
/** Loaded beyond what is seen, in both directions. */
const AHEAD = 24
/** A fast scroll asks for the rows where it ends, not for all it passed. */
const CALLS_AT_ONCE = 2

/** Loads the rows that are looked at and not in the cache. */
export interface RowLoader {
  look(skeleton: Skeleton, range: RowRange): void
  reset(): void
}

export function createRowLoader(
  fetchRows: (ids: readonly number[]) => Promise<readonly PostbackSummary[]>,
  cache: RowCache,
  changed: () => void,
): RowLoader {
  const underWay = new Set<number>()
  /** Ids that the store no longer has: asked for once, then left alone. */
  const gone = new Set<number>()
  let calls = 0
  let latest: { skeleton: Skeleton; range: RowRange } | null = null
  let generation = 0

  function missing(skeleton: Skeleton, range: RowRange): readonly number[] {
    const found: number[] = []
    const end = Math.min(skeleton.length, range.end + AHEAD)
    for (let index = Math.max(0, range.start - AHEAD); index < end && found.length < BATCH; index += 1) {
      const id = skeleton.idAt(index)
      if (id !== undefined && !cache.has(id) && !underWay.has(id) && !gone.has(id)) found.push(id)
    }
    return found
  }

  async function load(ids: readonly number[]): Promise<void> {
    const mine = generation
    calls += 1
    for (const id of ids) underWay.add(id)
    let loaded = false
    try {
      const rows = await fetchRows(ids)
      if (mine === generation) {
        cache.put(rows)
        const here = new Set(rows.map((row) => row.id))
        for (const id of ids) if (!here.has(id)) gone.add(id)
        changed()
        loaded = true
      }
    } catch {
      // The rows stay empty; looking at them again asks again.
    } finally {
      calls -= 1
      for (const id of ids) underWay.delete(id)
    }
    if (loaded && latest) look(latest.skeleton, latest.range)
  }

  function look(skeleton: Skeleton, range: RowRange): void {
    latest = { skeleton, range }
    while (calls < CALLS_AT_ONCE) {
      const ids = missing(skeleton, range)
      if (ids.length === 0) return
      void load(ids)
    }
  }

  return {
    look,
    reset() {
      generation += 1
      underWay.clear()
      gone.clear()
      latest = null
    },
  }
}
