/** The highest numbers that a damaged history had given, so that none is given twice. */
import type { Row } from './salvage-schema.ts'
import type { SalvageTree } from './salvage-tree.ts'

/** Pages looked at for the newest rows: those written last stand at the end of the file. */
const SAMPLED_PAGES = 64
/** What is added where nothing says exactly how far it went. */
const MARGIN = 100_000
/** The file's own word is believed that far beyond what is seen. */
const BELIEVED_BEYOND = 10_000_000

export interface Highest {
  /** New requests get numbers above it. */
  readonly request: number
  /** About how many requests there were, null where nothing tells. */
  readonly about: number | null
  readonly forward: number
}

export function highestOf(tree: SalvageTree): Highest {
  const said = new Map<string, number>()
  for (const { name, seq } of tree.allRows('sqlite_sequence')) {
    if (typeof name === 'string' && typeof seq === 'number' && seq >= 0) said.set(name, seq)
  }
  const seen = Math.max(
    sampled(tree, 'request', 'id'),
    sampled(tree, 'reading', 'id'),
    sampled(tree, 'reply_outcome', 'id'),
  )
  const own = said.get('request')
  const isBelieved = own !== undefined && own >= seen && own <= seen + BELIEVED_BEYOND
  const forwards = sampled(tree, 'forward_attempt', 'id')
  return {
    request: isBelieved ? own : seen === 0 ? 0 : seen + MARGIN,
    about: isBelieved ? own : seen === 0 ? null : seen,
    forward: Math.max(forwards, Math.min(said.get('forward_attempt') ?? 0, forwards + BELIEVED_BEYOND)),
  }
}

function sampled(tree: SalvageTree, table: string, column: keyof Row): number {
  let highest = 0
  for (const leaf of tree.leavesOf(table).slice(-SAMPLED_PAGES)) {
    for (const row of tree.rowsOf(table, leaf).rows) highest = Math.max(highest, Number(row[column]))
  }
  return highest
}
