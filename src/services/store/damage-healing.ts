/** A history that breaks while it is in use: set aside at once, so that the postback that found it is stored after all. */
import type { Capture, CommitResult, StoredReply, WriterOpened } from './messages.ts'
import type { Pausable } from './search-index/search-index-client.ts'
import type { WriterClient } from './writer-client.ts'

export interface DamageHealingOptions {
  readonly writer: WriterClient
  readonly readers: readonly Pausable[]
  readonly onReplaced: (opened: WriterOpened) => void
}

/** A disk that breaks one file after the other is not to be filled with them. */
const MOST_REPLACED = 3

export class DamageHealing {
  readonly #options: DamageHealingOptions
  #replaced = 0

  constructor(options: DamageHealingOptions) {
    this.#options = options
  }

  /** Like the writer's own; where the file turns out to be broken, with another one. */
  async commit(
    captures: readonly Capture[],
    replies: readonly StoredReply[],
    claim: SharedArrayBuffer | null,
  ): Promise<CommitResult> {
    const { writer } = this.#options
    const result = await writer.commit(captures, replies, claim)
    const { refusal } = result
    if (refusal?.damaged !== true || !(await this.replace(refusal.message))) return result
    // Replies to requests that are not saved yet stay without their outcome.
    return writer.commit(captures, replies, claim)
  }

  /** Sets the file aside and begins another one; answers false where that has been done too often already. */
  async replace(why: string): Promise<boolean> {
    if (this.#replaced >= MOST_REPLACED) return false
    this.#replaced += 1
    const { writer, readers, onReplaced } = this.#options
    let done = (): void => {}
    const until = new Promise<void>((resolve) => {
      done = resolve
    })
    try {
      // On some systems a file that somebody reads cannot be renamed.
      await Promise.all(readers.map((reader) => reader.pause(until)))
      onReplaced(await writer.replaceDamaged(why))
      return true
    } finally {
      done()
    }
  }
}
