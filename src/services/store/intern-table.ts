import type { Database, Statement } from 'better-sqlite3'

/** How many contents are remembered, and how long one may be to be worth it, in bytes or characters. */
const REMEMBERED = 512
const LONGEST = 64 * 1024

/**
 * Contents that repeat, kept once in a table of `id` and `content`. What is remembered is bounded: a content that
 * was forgotten is simply stored a second time.
 */
export class InternTable {
  readonly #insert: Statement<[string | Uint8Array]>
  readonly #newest: Statement<[number], { id: number; content: string | Uint8Array }>
  readonly #ids = new Map<string, number>()
  readonly #seenOnce = new Set<string>()

  constructor(database: Database, table: 'header_set' | 'planned_reply') {
    this.#insert = database.prepare(`INSERT INTO ${table} (content) VALUES (?)`)
    this.#newest = database.prepare(`SELECT id, content FROM ${table} ORDER BY id DESC LIMIT ?`)
    this.reload()
  }

  /** Forgets what a rolled back transaction had added. */
  reload(): void {
    this.#ids.clear()
    this.#seenOnce.clear()
    for (const row of this.#newest.all(REMEMBERED).toReversed()) this.#ids.set(keyOf(row.content), row.id)
  }

  /** The content's id; stored at first sight. */
  idOf(content: string | Uint8Array): number {
    const key = keyOf(content)
    return this.#ids.get(key) ?? this.#store(key, content)
  }

  /** The content's id from its second sight on; null at the first, since what never repeats is not worth a row. */
  idIfRepeated(content: string | Uint8Array): number | null {
    if (content.length === 0 || content.length > LONGEST) return null
    const key = keyOf(content)
    const known = this.#ids.get(key)
    if (known !== undefined) return known
    if (this.#seenOnce.delete(key)) return this.#store(key, content)
    this.#seenOnce.add(key)
    dropOldest(this.#seenOnce)
    return null
  }

  #store(key: string, content: string | Uint8Array): number {
    const id = Number(this.#insert.run(content).lastInsertRowid)
    this.#ids.set(key, id)
    dropOldest(this.#ids)
    return id
  }
}

/** Maps and sets keep the order of insertion, so their first key is the oldest. */
function dropOldest(keys: { size: number; keys(): Iterator<string>; delete(key: string): boolean }): void {
  if (keys.size <= REMEMBERED) return
  const oldest = keys.keys().next()
  if (oldest.done !== true) keys.delete(oldest.value)
}

/** Text and bytes never share a key. */
function keyOf(content: string | Uint8Array): string {
  if (typeof content === 'string') return `t${content}`
  return `b${Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1')}`
}
