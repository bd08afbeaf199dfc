/** Says whether the history can be written, and finds out by itself when it can again. */
import type { Outage, StoreStatus } from '../../core/status.ts'
import { errorsWords } from '../../words/of/errors.ts'
import { type StoreFailure, StoreRefusal } from './store-failure.ts'

/** While nothing can be stored, it is tried this often, in ms: also when no postback comes. */
const TRY_EVERY_MS = 1000

export interface StoreHealthOptions {
  readonly now: () => number
  readonly onStatus: (status: StoreStatus) => void
  /** Writes as much as a capture would; rejects with a `StoreRefusal` where that is refused. */
  readonly tryWrite: () => Promise<unknown>
  readonly writeOutage: (outage: Omit<Outage, 'id'>) => Promise<Outage>
  /** A span without commits is over, and on disk. */
  readonly onOutage: (outage: Outage) => void
}

export class StoreHealth {
  readonly #options: StoreHealthOptions
  #status: StoreStatus
  #timer: NodeJS.Timeout | null = null
  #trying = false
  #stopped = false
  /** Spans that are over and could not be written yet. */
  #owed: Omit<Outage, 'id'>[] = []
  #notOkBefore = 0

  constructor(options: StoreHealthOptions) {
    this.#options = options
    this.#status = { state: 'ok', since: options.now(), why: errorsWords().store.committing }
  }

  get status(): StoreStatus {
    const status = this.#status
    // It may last long: another language may be spoken by now.
    return status.state === 'ok' ? { ...status, why: errorsWords().store.committing } : status
  }

  /** A write was refused for the disk's sake. */
  refused(failure: StoreFailure): void {
    if (this.#stopped) return
    this.#tryLater()
    const { state, since, why } = this.#status
    if (state === 'refusing' && why === failure.message) return
    this.#setStatus({
      state: 'refusing',
      since: state === 'refusing' ? since : this.#options.now(),
      why: failure.message,
    })
  }

  /** More came than can be written. One commit does not end it, or it would begin and end many times a second. */
  overloaded(failure: StoreFailure): void {
    this.#notOkBefore = performance.now() + TRY_EVERY_MS
    this.refused(failure)
  }

  /** A capture, or as much, has been committed. */
  committed(): void {
    if (this.#status.state === 'ok' || performance.now() < this.#notOkBefore) return
    const { since, why } = this.#status
    const now = this.#options.now()
    this.#setStatus({ state: 'ok', since: now, why: errorsWords().store.committing })
    this.#owed.push({ reason: 'store-refusing', from: since, to: now, why })
    void this.#payOutages()
  }

  /** Something else was refused: looks whether a capture would be. Never rejects. */
  async look(): Promise<void> {
    if (this.#trying || this.#stopped) return
    this.#trying = true
    try {
      await this.#options.tryWrite()
      this.committed()
    } catch (error) {
      if (error instanceof StoreRefusal) this.refused(error)
    } finally {
      this.#trying = false
    }
    if (this.#status.state === 'refusing') this.#tryLater()
  }

  stop(): void {
    this.#stopped = true
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  #tryLater(): void {
    if (this.#timer !== null || this.#stopped) return
    this.#timer = setTimeout(() => {
      this.#timer = null
      if (this.#status.state === 'refusing') void this.look()
    }, TRY_EVERY_MS)
    this.#timer.unref()
  }

  async #payOutages(): Promise<void> {
    const owed = this.#owed
    this.#owed = []
    for (const [at, outage] of owed.entries()) {
      try {
        this.#options.onOutage(await this.#options.writeOutage(outage))
      } catch {
        // Refused again already: the next end of it writes this one too.
        this.#owed = [...owed.slice(at), ...this.#owed]
        return
      }
    }
  }

  #setStatus(status: StoreStatus): void {
    this.#status = status
    this.#options.onStatus(status)
  }
}
