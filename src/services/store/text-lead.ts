/** Free texts through the text index: the requests that have all the three characters in a row that a needle has. */
import type { Database } from 'better-sqlite3'
import type { PostbackFilter } from '../../core/filter.ts'
import type { LeadOf } from './lead.ts'
import type { SearchExtent } from './search-attachment.ts'
import { foldForIndex } from './search-index/document.ts'
import { headerSetToken } from './search-index/header-set-token.ts'
import { TEXT_BLOCK } from './search-index/schema.ts'
import type { SqlParameters } from './sql-parameters.ts'
import { preparedColumn } from './statement-cache.ts'
import { headerSetsContaining } from './text-search.ts'

const CHARACTERS = 3
/** So many of a needle's trigrams are tried, and so many asked for at most. */
const TRIED = 32
const ASKED = 5
/** As many as are asked for that no more requests have: rarer ones are not looked for. To count one costs a millisecond or two. */
const RARE_SHARE = 0.25
/** Where to see how rare one is, in ids from the newest that the index has. */
const SAMPLED_IDS = 1024
/** To look at a request takes so many times as long as to pass an entry of a trigram by. */
const LOOK = 300
/** Trigrams of one needle stand beside each other: of what one leaves another leaves at least this share. */
const LEAST_SHARE = 0.3
/** Of so many trigrams it is remembered how rare they are. */
const REMEMBERED = 4096
/** A text in more header sets than these is in nearly every request. */
const MOST_HEADER_SETS = 200
/** What the tokenizer takes for another character: half a pair, what is none. */
const UNSURE = /[\ud800-\udfff\ufffd-\uffff]/

/** Numbers are bound as floating point, which the text index takes for no bound at all. */
export const WITHIN_BLOCKS = `t.rowid BETWEEN CAST(@low AS INTEGER) / ${String(TEXT_BLOCK)}
  AND CAST(@high AS INTEGER) / ${String(TEXT_BLOCK)}`
/** The ids of the block `block` as those of the reading `r`. */
export const idsOfBlock = (block: string): string =>
  `r.id BETWEEN ${block} * ${String(TEXT_BLOCK)} AND ${block} * ${String(TEXT_BLOCK)} + ${String(TEXT_BLOCK - 1)}`

/** Null where no text leads to anything. */
export function textLead(
  database: Database,
  filter: PostbackFilter,
  extent: SearchExtent,
  parameters: SqlParameters,
): LeadOf | null {
  if (extent.text === 0) return null
  const headerSets = new Map<string, readonly number[]>()
  const wanted: string[] = []
  let share = 1
  for (const text of filter.texts) {
    const trigrams = trigramsOf(text)
    if (trigrams.length === 0) continue
    const sets = headerSetsContaining(database, text)
    if (sets.length > MOST_HEADER_SETS) continue
    headerSets.set(text, sets)
    const rarest = rarestOf(database, trigrams, extent.text)
    // Who shares a header is not known.
    share = Math.min(share, sets.length > 0 ? 1 : rarest.share)
    wanted.push(`((${rarest.match})${sets.map((set) => ` OR ${quoted(headerSetToken(set))}`).join('')})`)
  }
  // The ids of users are part of the text, but not those that only a shared header has.
  const ofUser = filter.userIdContains === null ? [] : trigramsOf(filter.userIdContains)
  if (ofUser.length > 0) {
    const rarest = rarestOf(database, ofUser, extent.text)
    share = Math.min(share, rarest.share)
    wanted.push(`(${rarest.match})`)
  }
  if (wanted.length === 0) return null
  const match = `t.text MATCH ${parameters.add(wanted.join(' AND '))}`
  const besides = 'search.long_text'
  return {
    table: `search.text t CROSS JOIN reading r ON ${idsOfBlock('t.rowid')}`,
    id: 'r.id',
    where: [match, WITHIN_BLOCKS, `NOT EXISTS (SELECT 1 FROM ${besides} x WHERE x.id = r.id)`],
    verify: [],
    rest: filter,
    through: extent.text,
    headerSets,
    blocks: { match, share, besides },
  }
}

/** Those that the index has as they are. */
function trigramsOf(text: string): string[] {
  // By code points, as the index counts.
  const characters = Array.from(foldForIndex(text))
  const found = new Set<string>()
  for (let at = 0; at + CHARACTERS <= characters.length; at += 1) {
    const three = characters.slice(at, at + CHARACTERS)
    if (!three.some((character) => character.length === 1 && UNSURE.test(character))) found.add(three.join(''))
  }
  return [...found]
}

/** The rarest, and those that spare more requests to be looked at than it costs to ask for them as well. */
function rarestOf(
  database: Database,
  trigrams: readonly string[],
  through: number,
): { readonly match: string; readonly share: number } {
  const step = Math.max(1, trigrams.length / TRIED)
  const tried = Array.from({ length: Math.min(TRIED, trigrams.length) }, (_, at) => trigrams[Math.floor(at * step)])
  const counted: { readonly trigram: string; readonly share: number }[] = []
  let rare = 0
  for (const trigram of tried) {
    if (trigram === undefined || rare >= ASKED) break
    const share = shareOf(database, trigram, through)
    counted.push({ trigram, share })
    if (share <= RARE_SHARE) rare += 1
  }
  counted.sort((a, b) => a.share - b.share)
  const asked: string[] = []
  let left = 1
  for (const { trigram, share } of counted.slice(0, ASKED)) {
    if (asked.length > 0 && share >= left * LOOK * (1 - share)) break
    left *= asked.length === 0 ? share : Math.max(share, LEAST_SHARE)
    asked.push(trigram)
  }
  return { match: asked.map(quoted).join(' AND '), share: left }
}

const shares = new WeakMap<Database, Map<string, number>>()

/** The share of requests that have it, told from the newest. Looked up once: it hardly changes. */
function shareOf(database: Database, trigram: string, through: number): number {
  let known = shares.get(database)
  if (known === undefined || known.size > REMEMBERED) {
    known = new Map()
    shares.set(database, known)
  }
  const remembered = known.get(trigram)
  if (remembered !== undefined) return remembered
  const low = Math.max(0, through - SAMPLED_IDS + 1)
  const blocks = preparedColumn<{ wanted: string; low: number; high: number }, number>(
    database,
    `SELECT count(*) FROM search.text t WHERE t.text MATCH @wanted AND ${WITHIN_BLOCKS}`,
  ).get({ wanted: quoted(trigram), low, high: through })
  // None found is not none at all.
  const share = Math.min(1, (((blocks ?? 0) + 0.3) * TEXT_BLOCK) / (through - low + 1))
  known.set(trigram, share)
  return share
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
