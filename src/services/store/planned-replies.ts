/** Planned replies as they are stored: few of them, and each kept once. */
import { crc32 } from 'node:zlib'
import type { Database, Statement } from 'better-sqlite3'
import type { PlannedReply } from '../../core/postback.ts'

/** How many are remembered, and how long one may be for that, in characters. One that was forgotten is stored again. */
const REMEMBERED = 512
const LONGEST = 64 * 1024

interface Stored {
  readonly id: number
  readonly checksum: number
}

export class PlannedReplies {
  readonly #insert: Statement<[string]>
  readonly #newest: Statement<[number], { id: number; content: string }>
  readonly #known = new Map<string, Stored>()
  /** Endpoints keep their replies: the same one is the same object. */
  readonly #texts = new WeakMap<PlannedReply, string>()

  constructor(database: Database) {
    this.#insert = database.prepare('INSERT INTO planned_reply (content) VALUES (?)')
    this.#newest = database.prepare('SELECT id, content FROM planned_reply ORDER BY id DESC LIMIT ?')
    this.reload()
  }

  /** Forgets what a rolled back transaction had added. */
  reload(): void {
    this.#known.clear()
    for (const { id, content } of this.#newest.all(REMEMBERED).toReversed()) {
      this.#remember(content, { id, checksum: crc32(content) })
    }
  }

  /** Header pairs, body and delay as they are kept; the ending where it is not to be complete. */
  textOf(reply: PlannedReply): string {
    const known = this.#texts.get(reply)
    if (known !== undefined) return known
    const ending = reply.ending === undefined || reply.ending === 'complete' ? [] : [reply.ending]
    const text = JSON.stringify([reply.headers, reply.body, reply.delayMs, ...ending])
    this.#texts.set(reply, text)
    return text
  }

  put(text: string): Stored {
    const known = this.#known.get(text)
    if (known !== undefined) return known
    const stored = { id: Number(this.#insert.run(text).lastInsertRowid), checksum: crc32(text) }
    this.#remember(text, stored)
    return stored
  }

  #remember(text: string, stored: Stored): void {
    if (text.length > LONGEST) return
    this.#known.set(text, stored)
    if (this.#known.size <= REMEMBERED) return
    const oldest = this.#known.keys().next()
    if (oldest.done !== true) this.#known.delete(oldest.value)
  }
}
