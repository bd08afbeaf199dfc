/** Looks at every page of a large history while it is in use already: a start would wait seconds for it. */
import { ReaderClient } from './reader-client.ts'
import { StoreDamage } from './store-failure.ts'

/** What the start itself needs of the disk comes first, in ms. */
const AFTER_MS = 2000
/** An end waits this long for the table under way, in ms: the thread cannot be stopped within one. */
const END_WITHIN_MS = 3000

export interface BackgroundCheckOptions {
  readonly folder: string
  /** Something is wrong with the file; nobody looks at it here any more. */
  readonly onFault: (why: string) => void
}

/** One look, on a thread of its own. */
export class BackgroundCheck {
  readonly #options: BackgroundCheckOptions
  readonly #timer: NodeJS.Timeout
  #reader: ReaderClient | null = null
  #ending: Promise<void> | null = null

  constructor(options: BackgroundCheckOptions) {
    this.#options = options
    this.#timer = setTimeout(() => void this.#look(), AFTER_MS)
    this.#timer.unref()
  }

  /** The file is about to be replaced by a new one, which needs no look. */
  pause(): Promise<void> {
    return this.end()
  }

  /** Ends the look, and resolves once nobody uses the file for it, or within three seconds. */
  async end(): Promise<void> {
    clearTimeout(this.#timer)
    this.#ending ??= this.#reader?.end() ?? Promise.resolve()
    let timer: NodeJS.Timeout | undefined
    const soon = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, END_WITHIN_MS)
    })
    await Promise.race([this.#ending, soon])
    clearTimeout(timer)
  }

  /** Resolves once its thread is gone, however long that takes. */
  async gone(): Promise<void> {
    await this.#ending
  }

  async #look(): Promise<void> {
    // It goes through every page once: what it kept of them would stay with the process.
    const reader = new ReaderClient({ folder: this.#options.folder, frugal: true })
    this.#reader = reader
    let why: string | null = null
    try {
      why = await reader.call('faultOf', null)
    } catch (error) {
      // Whatever else keeps it from looking is no fault of the file.
      if (error instanceof StoreDamage) why = error.message
    }
    if (this.#ending !== null) return
    await this.end()
    if (why !== null) this.#options.onFault(why)
  }
}
