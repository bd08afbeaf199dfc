/** The latest deliveries by their hashes: most possible duplicates are found, or ruled out, without a look at the history. */

/** So many hashes are remembered; those that came up longest ago are forgotten beyond that. */
const MOST = 300_000
/** Ids remembered for one hash, the newest ones. More than one only matters where the clock was set back. */
const IDS_EACH = 4
/** The time of every so many-th delivery is noted, for the question how far back the memory reaches. */
const TIMES_EVERY = 1000

export class DeliveryMemory {
  /** Hash to its ids, oldest first; a lone one stands by itself. The map has what came up last at its end. */
  readonly #ids = new Map<number, number | readonly number[]>()
  /** From time to time: an id, and the latest arrival up to it. */
  readonly #times: { id: number; latest: number }[] = []
  readonly #most: number
  #floor: number
  #floorTime: number
  #latest = Number.NEGATIVE_INFINITY
  #added = 0

  /** Knows nothing of requests up to `floor`; the latest of those arrived at `floorTime`, in ms since the epoch. */
  constructor(floor = 0, floorTime = Number.NEGATIVE_INFINITY, most = MOST) {
    this.#floor = floor
    this.#floorTime = floorTime
    this.#most = most
  }

  /** Deliveries up to this id may have been forgotten; all later ones are known. */
  get floor(): number {
    return this.#floor
  }

  /** Whether one that arrived at this time or later may have been forgotten. */
  hasForgotten(since: number): boolean {
    return this.#floorTime >= since
  }

  /** Ids grow from call to call. */
  add(hash: number, id: number, receivedAt: number): void {
    this.#latest = Math.max(this.#latest, receivedAt)
    if (this.#added++ % TIMES_EVERY === 0) this.#times.push({ id, latest: this.#latest })
    const known = this.#ids.get(hash)
    if (known === undefined) this.#ids.set(hash, id)
    else {
      this.#ids.delete(hash)
      const ids = typeof known === 'number' ? [known] : known
      this.#ids.set(hash, [...ids.filter((other) => other < id), id].slice(-IDS_EACH))
    }
    if (this.#ids.size > this.#most) this.#forgetOldest()
  }

  /** Newest first. */
  idsOf(hash: number): readonly number[] {
    const known = this.#ids.get(hash)
    if (known === undefined) return []
    return typeof known === 'number' ? [known] : known.toReversed()
  }

  #forgetOldest(): void {
    const oldest = this.#ids.entries().next()
    if (oldest.done === true) return
    const [hash, ids] = oldest.value
    this.#ids.delete(hash)
    this.#floor = Math.max(this.#floor, typeof ids === 'number' ? ids : (ids.at(-1) ?? 0))
    // The first note behind the floor is of a time not before the floor's own.
    while ((this.#times[1]?.id ?? Number.POSITIVE_INFINITY) <= this.#floor) this.#times.shift()
    this.#floorTime = Math.max(this.#floorTime, this.#times[1]?.latest ?? this.#latest)
  }
}
