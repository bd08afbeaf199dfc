import { EVERYTHING } from '../../../src/core/filter.ts'
import { checkpoint } from '../../../src/services/store/clearing/checkpoint.ts'
import { LOGGED, SliceSize } from '../../../src/services/store/clearing/slice-size.ts'
import { Writer } from '../../../src/services/store/writer.ts'

export interface Slices {
  /** How long each held the writer, in ms, what it writes into the file included. */
  readonly times: readonly number[]
  readonly removed: number
}

/** Slices of a removal one after the other, as the writer's thread does them, with nothing else going on. */
export function removeSlices(folder: string, upTo: number): Slices {
  const writer = new Writer({
    folder,
    appVersion: '0.0.0',
    startedAt: Date.now(),
    again: false,
    damaged: null,
    maxPages: null,
  })
  try {
    const selection = { filter: EVERYTHING, ids: null, upTo }
    const { id } = writer.removal.begin({ selection, cause: 'by-hand', what: 'bench' }, upTo, Date.now())
    const size = new SliceSize()
    const times: number[] = []
    let removed = 0
    let logged = 0
    for (let next = 1; next <= upTo; ) {
      const rows = Math.min(size.rows, upTo - next + 1)
      const slice = writer.removal.slice(
        id,
        Array.from({ length: rows }, (_, at) => next + at),
      )
      next += slice.reached
      removed += slice.removed
      logged += slice.removed
      // By another thread in the product.
      if (logged >= LOGGED) {
        logged = 0
        checkpoint(folder)
      }
      times.push(slice.ms)
      size.took(slice.ms, rows)
    }
    writer.removal.end(id, 'done', Date.now())
    return { times, removed }
  } finally {
    writer.end()
  }
}
