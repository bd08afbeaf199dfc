/**
 * After so many the log is written into the file by another thread, before the next one goes: the commit that finds the log
 * full would do all of that while captures wait.
 */
export const LOGGED = 250
/** Slices are to take about this long, in ms: what captures wait for them. */
const WANTED_MS = 4
const LEAST_ROWS = 8
const MOST_ROWS = 200

/** How many requests the next slice has: half as many after one that took long, twice as many after a quick one. */
export class SliceSize {
  readonly #most: number
  #rows: number

  constructor(most = MOST_ROWS) {
    this.#most = most
    this.#rows = Math.min(most, LEAST_ROWS * 2)
  }

  get rows(): number {
    return this.#rows
  }

  /** A slice of so many took so long. */
  took(ms: number, rows: number): void {
    if (ms > WANTED_MS) this.#rows = Math.max(LEAST_ROWS, Math.floor(this.#rows / 2))
    else if (ms < WANTED_MS / 2 && rows >= this.#rows) this.#rows = Math.min(this.#most, this.#rows * 2)
  }
}
