/** The text of the next requests into the index. */
import type { Database } from 'better-sqlite3'
import { type DocumentRow, documentOf } from './document.ts'
import { historyBounds, readHistory } from './history-bounds.ts'
import { readSearchState, TEXT_BLOCK } from './schema.ts'
import { noteLast, type Slice, type SliceLimits, SMALL_SLICE } from './slice.ts'
import { TrigramText } from './trigram-text.ts'

/** A longer text is no part of the index, in bytes or characters: the request is always looked at itself. */
const LONGEST = 64 * 1024

interface Row extends DocumentRow {
  readonly id: number
  readonly received_at: number
  readonly is_long: number
}

const LONG = `coalesce(length(q.target), 0) + coalesce(length(q.headers), 0) + coalesce(length(q.rejection_bytes), 0)
  + coalesce(length(q.body), 0) > ${String(LONGEST)}`
/** Of a long one nothing is read. */
const ROWS = `
  SELECT q.id, q.received_at, ${LONG} AS is_long, r.user_id, r.amount_text, q.header_set,
    iif(${LONG}, NULL, q.target) AS target, iif(${LONG}, NULL, q.headers) AS headers,
    iif(${LONG}, NULL, q.rejection_bytes) AS rejection_bytes, iif(${LONG}, NULL, q.body) AS body
  FROM request q LEFT JOIN reading r ON r.id = q.id WHERE q.id > ? AND q.id <= ? ORDER BY q.id`

/** What one slice takes in. */
interface Taken {
  readonly blocks: { readonly block: number; readonly text: string }[]
  readonly long: number[]
  rows: number
  through: number
  readonly end: number
  last: Row | null
}

/** Takes the next blocks of requests in, oldest first. `history` may be read-only. */
export function fillText(history: Database, search: Database, limits: SliceLimits = SMALL_SLICE): Slice {
  const state = readSearchState(search)
  if (state === null) throw new Error('the search index has no state')
  const from = state.textThrough
  const taken = readHistory(history, () => readBlocks(history, from, limits))
  if (taken.through > from) {
    search
      .transaction(() => {
        const insert = search.prepare('INSERT INTO text (rowid, content) VALUES (?, ?)')
        for (const { block, text } of taken.blocks) insert.run(block, text)
        const insertLong = search.prepare('INSERT OR IGNORE INTO long_text (id) VALUES (?)')
        for (const id of taken.long) insertLong.run(id)
        search.prepare('UPDATE state SET text_through = ?').run(taken.through)
        if (taken.last !== null) noteLast(search, taken.last.id, taken.last.received_at)
      })
      .immediate()
  }
  return { rows: taken.rows, through: taken.through, end: taken.end }
}

/** A block is taken in whole: the index cannot add to one. */
function readBlocks(history: Database, from: number, limits: SliceLimits): Taken {
  const end = textEnd(historyBounds(history).text)
  const taken: Taken = { blocks: [], long: [], rows: 0, through: from, end, last: null }
  if (end <= from) return taken
  // To write them takes most of the time.
  const until = performance.now() + limits.ms / 3
  const collector = new TrigramText()
  let block = -1
  let bytes = 0
  const finish = (): void => {
    if (block >= 0 && collector.text !== '') taken.blocks.push({ block, text: collector.text })
    bytes += collector.text.length
    collector.begin()
  }
  for (const row of history.prepare<[number, number], Row>(ROWS).iterate(from, end)) {
    const own = Math.floor(row.id / TEXT_BLOCK)
    if (own !== block) {
      finish()
      if (taken.rows >= limits.rows || bytes >= limits.bytes || performance.now() >= until) {
        return { ...taken, through: own * TEXT_BLOCK - 1 }
      }
      block = own
    }
    take(row, taken, collector)
  }
  finish()
  return { ...taken, through: end }
}

function take(row: Row, taken: Taken, collector: TrigramText): void {
  taken.rows += 1
  taken.last = row
  const parts: string[] = []
  let length = 0
  if (row.is_long === 0) {
    documentOf(row, (folded) => {
      parts.push(folded)
      length += folded.length
    })
  }
  if (row.is_long === 1 || length > 2 * LONGEST) taken.long.push(row.id)
  else for (const part of parts) collector.add(part)
}

/** The end of the last block of which everything is there. */
export function textEnd(newest: number): number {
  return Math.max(0, Math.floor((newest + 1) / TEXT_BLOCK) * TEXT_BLOCK - 1)
}
