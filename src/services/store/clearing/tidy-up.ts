/** What is done behind a removal: a search index that is mostly about what is gone begins anew, and free pages go back. */
import { setTimeout as pause } from 'node:timers/promises'
import type { HistoryClearingOptions } from './options.ts'
import { SliceSize } from './slice-size.ts'

/** An index with fewer stale entries is left as it is. */
const LEAST_STALE = 1000
/** So much of the file may stay free: what arrives next goes there. */
const FREE_PAGES = 2000
const FREE_SHARE = 0.2
/** Of the time it takes, so much more belongs to others. */
const REST = 4
const MOST_PAGES = 2000
/** Header lists that are removed at once, and how long to rest then, in ms. */
const HEADERS_AT_ONCE = 100
const HEADERS_REST_MS = 20

export interface TidyUpOptions extends Pick<HistoryClearingOptions, 'write' | 'read' | 'renewSearch'> {
  readonly signal: AbortSignal
  /** Something else has begun. */
  readonly isUnwanted: () => boolean
}

/** Never rejects: what is not done now is done behind the next removal. */
export async function tidyUp(options: TidyUpOptions): Promise<void> {
  try {
    if (await renewIndex(options)) await removeHeaders(options)
    await giveBack(options)
  } catch {
    // The disk refuses, or the history is closed.
  }
}

/** Answers whether most of what was stored is gone. */
async function renewIndex({ read, write, renewSearch }: TidyUpOptions): Promise<boolean> {
  const { stored, stale } = await read('searchStaleness', null)
  if (stale < LEAST_STALE || stale <= stored) return false
  await renewSearch()
  await write('searchRenewed', null)
  return true
}

async function removeHeaders({ read, write, signal, isUnwanted }: TidyUpOptions): Promise<void> {
  const { ids, through } = await read('unusedHeaders', null)
  for (let at = 0; at < ids.length && !signal.aborted && !isUnwanted(); at += HEADERS_AT_ONCE) {
    await write('removeUnusedHeaders', { ids: ids.slice(at, at + HEADERS_AT_ONCE), through })
    await pause(HEADERS_REST_MS, null, { signal, ref: false }).catch(() => {})
  }
}

async function giveBack({ read, write, signal, isUnwanted }: TidyUpOptions): Promise<void> {
  const size = new SliceSize(MOST_PAGES)
  let { free, pages } = await write('giveBack', { pages: 0 })
  while (free > Math.max(FREE_PAGES, pages * FREE_SHARE) && !isUnwanted() && !signal.aborted) {
    const asked = size.rows
    const step = await write('giveBack', { pages: asked })
    if (step.free >= free) return
    ;({ free, pages } = step)
    size.took(step.ms, asked)
    await pause(Math.max(1, step.ms * REST), null, { signal, ref: false }).catch(() => {})
  }
  await read('checkpoint', null)
}
