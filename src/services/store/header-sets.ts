/**
 * Header lists of requests as they are stored. A sender's list hardly changes but for a line or two (an id, a trace), so the
 * lines that repeat are kept once, in `header_set`, and a request keeps the others.
 */
import { Buffer } from 'node:buffer'
import { crc32 } from 'node:zlib'
import type { Database, Statement } from 'better-sqlite3'
import type { Column } from './exact-text.ts'
import {
  fitsBlock,
  fitsBlockValue,
  headersFromColumn,
  headersToColumn,
  lineOf,
  linesOf,
  pairOf,
} from './raw-headers.ts'

/** In a set: a line of which only the name is shared. No name begins with it. */
const OWN_LINE = '\0'

/** Sets that are remembered; one that was forgotten is simply stored a second time. */
const REMEMBERED = 512
/** Those that came up last are tried without a look at the names. */
const TRIED_FIRST = 4
/** Lists of the same names that must have come before their differences say which lines vary. */
const SEEN_BEFORE = 2
/** Names with more sets than this have a line that changes now and then: it counts as one that varies from then on. */
const MANY_SETS = 8
/** Lists with other names than any known set that are remembered, and how long one may be, in characters. */
const UNKNOWN_NAMES = 64
const LONGEST = 64 * 1024

interface HeaderSet {
  readonly id: number
  readonly names: readonly string[]
  /** Null where a request has a line of its own. */
  readonly values: readonly (string | null)[]
  readonly checksum: number
}

/** `headerSet` and `own` are the two columns; `checksum` is of both, for the seal. */
export interface StoredHeaders {
  readonly headerSet: number | null
  readonly own: string | Buffer | null
  readonly checksum: number
}

export class HeaderSets {
  readonly #insert: Statement<[Buffer]>
  readonly #newest: Statement<[number], { id: number; content: Column }>
  #latest: HeaderSet[] = []
  /** By their names, what came up last first. */
  readonly #sets = new Map<string, HeaderSet[]>()
  #count = 0
  readonly #unknown = new Map<string, (readonly string[])[]>()

  constructor(database: Database) {
    this.#insert = database.prepare('INSERT INTO header_set (content) VALUES (?)')
    this.#newest = database.prepare('SELECT id, content FROM header_set ORDER BY id DESC LIMIT ?')
    this.reload()
  }

  /** Forgets what a rolled back transaction had added. */
  reload(): void {
    this.#latest = []
    this.#sets.clear()
    this.#unknown.clear()
    this.#count = 0
    for (const { id, content } of this.#newest.all(REMEMBERED).toReversed()) {
      if (content !== null && typeof content !== 'string') this.#remember(setOf(id, content))
    }
  }

  /** Name, value, name, value … */
  put(rawHeaders: readonly string[]): StoredHeaders {
    const found = this.#find(rawHeaders) ?? this.#learn(rawHeaders)
    if (found !== null) {
      const own = ownLines(found, rawHeaders)
      if (own !== undefined) {
        return { headerSet: found.id, own, checksum: own === null ? found.checksum : crc32(own, found.checksum) }
      }
    }
    const own = headersToColumn(rawHeaders)
    return { headerSet: null, own, checksum: crc32(own) }
  }

  #find(rawHeaders: readonly string[]): HeaderSet | null {
    const latest = this.#latest
    for (let at = 0; at < latest.length; at += 1) {
      const set = latest[at]
      if (set === undefined || !matches(set, rawHeaders)) continue
      if (at > 0) this.#latest = [set, ...latest.filter((other) => other !== set)]
      return set
    }
    const found = this.#sets.get(namesOf(rawHeaders))?.find((set) => matches(set, rawHeaders))
    if (found === undefined) return null
    this.#latest = [found, ...latest].slice(0, TRIED_FIRST)
    return found
  }

  /** A new set, where lists like this one came before; null where it is too early to tell. */
  #learn(rawHeaders: readonly string[]): HeaderSet | null {
    const count = rawHeaders.length / 2
    if (count < 1 || lengthOf(rawHeaders) > LONGEST || !fitsBlock(rawHeaders)) return null
    const names = namesOf(rawHeaders)
    const before = this.#unknown.get(names) ?? []
    const varying = new Set<number>()
    if (!before.some((other) => differing(other, rawHeaders).length === 0)) {
      for (const other of before) for (const at of differing(other, rawHeaders)) varying.add(at)
      if (before.length < SEEN_BEFORE || varying.size * 2 > count) {
        this.#unknown.delete(names)
        this.#unknown.set(names, [...before, rawHeaders].slice(-SEEN_BEFORE))
        dropOldest(this.#unknown, UNKNOWN_NAMES)
        return null
      }
    }
    this.#unknown.delete(names)
    this.#addChanging(names, rawHeaders, varying)
    const lines = Array.from({ length: count }, (_, at) => {
      const name = rawHeaders[at * 2] ?? ''
      return varying.has(at) ? `${OWN_LINE}${name}\r\n` : lineOf(name, rawHeaders[at * 2 + 1] ?? '')
    })
    const content = Buffer.from(lines.join(''), 'latin1')
    const set = setOf(Number(this.#insert.run(content).lastInsertRowid), content)
    this.#remember(set)
    return set
  }

  #addChanging(names: string, rawHeaders: readonly string[], varying: Set<number>): void {
    const sets = this.#sets.get(names) ?? []
    const [last] = sets
    if (last === undefined || sets.length < MANY_SETS) return
    const changed = last.values.flatMap((value, at) => (value === null || value === rawHeaders[at * 2 + 1] ? [] : [at]))
    const all = new Set([...varying, ...changed, ...last.values.flatMap((value, at) => (value === null ? [at] : []))])
    if (all.size * 2 <= last.values.length) for (const at of all) varying.add(at)
  }

  #remember(set: HeaderSet): void {
    const names = set.names.join('\n')
    const sets = [set, ...(this.#sets.get(names) ?? [])]
    this.#sets.delete(names)
    this.#sets.set(names, sets)
    this.#latest = [set, ...this.#latest].slice(0, TRIED_FIRST)
    this.#count += 1
    while (this.#count > REMEMBERED) this.#forgetOldest()
  }

  #forgetOldest(): void {
    const oldest = this.#sets.entries().next()
    if (oldest.done === true) return
    const [names, sets] = oldest.value
    this.#count -= 1
    if (sets.length > 1) this.#sets.set(names, sets.slice(0, -1))
    else this.#sets.delete(names)
  }
}

/** The list that was stored: `shared` is its set's content. */
export function headersOf(shared: Column, own: Column): string[] {
  if (shared === null || typeof shared === 'string') return headersFromColumn(own ?? shared)
  const lines = linesOf(shared)
  if (own === null || typeof own === 'string') return lines.flatMap(pairOf)
  const ownLines = linesOf(own)
  let next = 0
  return lines.flatMap((line) => pairOf(line.startsWith(OWN_LINE) ? (ownLines[next++] ?? '') : line))
}

/** A set's content as name, value, name, value …; null for a value that each request has of its own. */
export function setTemplate(content: Uint8Array): (string | null)[] {
  return linesOf(content).flatMap((line): [string, string | null] =>
    line.startsWith(OWN_LINE) ? [line.slice(OWN_LINE.length), null] : pairOf(line),
  )
}

/** What the seal of a stored request covers of its headers. */
export function headersChecksum(shared: Column, own: Column): number {
  return crc32(own ?? '', crc32(shared ?? ''))
}

function setOf(id: number, content: Uint8Array): HeaderSet {
  const pairs = linesOf(content).map((line): [string, string | null] => {
    if (line.startsWith(OWN_LINE)) return [line.slice(OWN_LINE.length), null]
    const [name, value] = pairOf(line)
    return [name, value]
  })
  return {
    id,
    names: pairs.map(([name]) => name),
    values: pairs.map(([, value]) => value),
    checksum: crc32(content),
  }
}

function matches({ names, values }: HeaderSet, rawHeaders: readonly string[]): boolean {
  if (rawHeaders.length !== names.length * 2) return false
  for (let at = 0; at < names.length; at += 1) {
    const value = values[at]
    if (rawHeaders[at * 2] !== names[at] || (value !== null && value !== rawHeaders[at * 2 + 1])) return false
  }
  return true
}

/** The request's own lines; null where it has none, undefined where one has no form as a line. */
function ownLines({ names, values }: HeaderSet, rawHeaders: readonly string[]): Buffer | null | undefined {
  let block = ''
  for (let at = 0; at < names.length; at += 1) {
    if (values[at] !== null) continue
    const value = rawHeaders[at * 2 + 1] ?? ''
    if (!fitsBlockValue(value)) return undefined
    block += lineOf(names[at] ?? '', value)
  }
  return block === '' ? null : Buffer.from(block, 'latin1')
}

/** Where two lists of the same names have other values. */
function differing(a: readonly string[], b: readonly string[]): number[] {
  const found: number[] = []
  for (let at = 1; at < a.length; at += 2) if (a[at] !== b[at]) found.push((at - 1) / 2)
  return found
}

function namesOf(rawHeaders: readonly string[]): string {
  let names = ''
  for (let at = 0; at < rawHeaders.length; at += 2)
    names += at === 0 ? (rawHeaders[at] ?? '') : `\n${rawHeaders[at] ?? ''}`
  return names
}

function lengthOf(rawHeaders: readonly string[]): number {
  return rawHeaders.reduce((sum, text) => sum + text.length, 0)
}

/** Maps keep the order of insertion, so their first key is the oldest. */
function dropOldest(map: Map<string, unknown>, most: number): void {
  if (map.size <= most) return
  const oldest = map.keys().next()
  if (oldest.done !== true) map.delete(oldest.value)
}
