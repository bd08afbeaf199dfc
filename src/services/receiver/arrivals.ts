/** The place of one request, or of what was refused, among all that came on a connection. */
export interface Arrival {
  go: (() => void) | null
}

/**
 * The order in which things came on one connection, so that they are recorded in it: a body is read to its end some
 * turns later than what stands behind it in the same packet is seen.
 */
export class Arrivals {
  readonly #waiting: Arrival[] = []

  enter(): Arrival {
    const arrival: Arrival = { go: null }
    this.#waiting.push(arrival)
    return arrival
  }

  /** Captures it as soon as all that came before is with the desk: at once where it is. Call it once for each. */
  async handOver<T>(arrival: Arrival, capture: () => Promise<T>): Promise<T> {
    if (this.#waiting[0] !== arrival) {
      await new Promise<void>((resolve) => {
        arrival.go = resolve
      })
    }
    try {
      return capture()
    } finally {
      this.#waiting.shift()
      this.#waiting[0]?.go?.()
    }
  }
}
