/**
 * What many stored requests share, looked at once for each connection instead of once for each row: header sets and planned
 * replies are kept once each and never change.
 */
import type { Database } from 'better-sqlite3'
import type { StoredHeaders, StoredReply } from '../../core/stored-record.ts'
import type { Column } from './exact-text.ts'
import { headersOf, setTemplate } from './header-sets.ts'
import { linesOf, pairOf } from './raw-headers.ts'
import { preparedColumn } from './statement-cache.ts'

interface HeaderSetParts {
  readonly content: Column
  /** Name, value, name, value …; null for a value that each request has of its own. Null where the set is no block. */
  readonly template: readonly (string | null)[] | null
}

/** More than any history has; beyond them they are simply looked at again. */
const REMEMBERED = 5_000

const HEADER_SET = 'SELECT content FROM header_set WHERE id = ?'
const PLANNED_REPLY = 'SELECT content FROM planned_reply WHERE id = ?'

class SharedParts {
  readonly #database: Database
  readonly #sets = new Map<number, HeaderSetParts>()
  readonly #replies = new Map<number, StoredReply>()

  constructor(database: Database) {
    this.#database = database
  }

  /** A request's headers; `own` is its own column. */
  headers(set: number | null, own: Column): string[] {
    if (set === null) return headersOf(null, own)
    const { content, template } = remembered(this.#sets, set, () => this.#readSet(set))
    if (template === null || typeof own === 'string') return headersOf(content, own)
    return filled(template, own === null ? [] : linesOf(own))
  }

  /**
   * The same in its parts, from `own` as text, one character a byte. Null where it has no such parts: it is looked at as a
   * whole then.
   */
  split(set: number | null, own: string | null): StoredHeaders | null {
    const lines = own === null || own === '' ? [] : own.split('\r\n')
    // Each line has its end.
    lines.pop()
    if (set === null) return { template: null, own: lines.flatMap(pairOf) }
    const { template } = remembered(this.#sets, set, () => this.#readSet(set))
    if (template === null) return null
    let next = 0
    for (let at = 1; at < template.length; at += 2) {
      if (template[at] !== null) continue
      const start = `${template[at - 1] ?? ''}: `
      const line = lines[next] ?? ''
      if (!line.startsWith(start)) return null
      lines[next] = line.slice(start.length)
      next += 1
    }
    return next === lines.length ? { template, own: lines } : null
  }

  /** A planned reply by its id. */
  reply(id: number): StoredReply {
    return remembered(this.#replies, id, () =>
      replyParts(preparedColumn<[number], string>(this.#database, PLANNED_REPLY).get(id)),
    )
  }

  #readSet(id: number): HeaderSetParts {
    const content = preparedColumn<[number], Column>(this.#database, HEADER_SET).get(id) ?? null
    const isBlock = content !== null && typeof content !== 'string'
    return { content, template: isBlock ? setTemplate(content) : null }
  }
}

/** A reply's content as planned-replies.ts and outcome-table.ts write it, and nobody else. */
export function replyParts(content: string | undefined): StoredReply {
  if (content === undefined) return { headers: [], body: '' }
  const [headers, body] = JSON.parse(content) as [[string, string][], string]
  return { headers, body }
}

const known = new WeakMap<Database, SharedParts>()

export function sharedParts(database: Database): SharedParts {
  const parts = known.get(database) ?? new SharedParts(database)
  known.set(database, parts)
  return parts
}

function remembered<Part>(parts: Map<number, Part>, id: number, read: () => Part): Part {
  const found = parts.get(id)
  if (found !== undefined) return found
  const part = read()
  if (parts.size >= REMEMBERED) parts.clear()
  parts.set(id, part)
  return part
}

function filled(template: readonly (string | null)[], own: readonly string[]): string[] {
  const headers: string[] = []
  let next = 0
  for (let at = 0; at < template.length; at += 2) {
    const value = template[at + 1]
    if (value !== null && value !== undefined) headers.push(template[at] ?? '', value)
    else headers.push(...pairOf(own[next++] ?? ''))
  }
  return headers
}
