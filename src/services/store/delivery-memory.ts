/** The latest deliveries by their hashes: most possible duplicates are found, or ruled out, without a look at the history. */

/** So many hashes are remembered at most. */
const MOST = 100_000
/** Ids remembered for one hash, the newest ones. More than one only matters where the clock was set back. */
export const IDS_EACH = 4

/** A hash's ids, oldest first; a lone one stands by itself. */
type Ids = number | readonly number[]

/**
 * Two halves: the younger one takes what comes, and when it is full the older one is forgotten as a whole. One by one
 * it would cost far more: a `Map` whose first entries were deleted has to pass over all their places to find the next.
 */
export class DeliveryMemory {
  #young = new Map<number, Ids>()
  #old = new Map<number, Ids>()
  readonly #half: number
  #floor: number
  #floorTime: number
  /** The newest id of the older half, and the latest arrival up to it. */
  #oldEnd: { readonly id: number; readonly latest: number } | null = null
  #latest: number

  /** Knows nothing of requests up to `floor`; the latest of those arrived at `floorTime`, in ms since the epoch. */
  constructor(floor = 0, floorTime = Number.NEGATIVE_INFINITY, most = MOST) {
    this.#floor = floor
    this.#floorTime = floorTime
    this.#latest = floorTime
    this.#half = Math.max(1, Math.floor(most / 2))
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
    const young = this.#young.get(hash)
    const known = young ?? this.#old.get(hash)
    if (young === undefined && this.#young.size >= this.#half) this.#turn(id)
    this.#latest = Math.max(this.#latest, receivedAt)
    this.#young.set(hash, known === undefined ? id : together(known, id))
  }

  /** Newest first. */
  idsOf(hash: number): readonly number[] {
    const known = this.#young.get(hash) ?? this.#old.get(hash)
    if (known === undefined) return []
    return typeof known === 'number' ? [known] : known.toReversed()
  }

  /** `next` is the id that comes now: one of its hashes may be in the younger half already. */
  #turn(next: number): void {
    if (this.#oldEnd !== null) {
      this.#floor = Math.max(this.#floor, this.#oldEnd.id)
      this.#floorTime = Math.max(this.#floorTime, this.#oldEnd.latest)
    }
    this.#old = this.#young
    this.#oldEnd = { id: next, latest: this.#latest }
    this.#young = new Map()
  }
}

function together(known: Ids, id: number): Ids {
  const ids = typeof known === 'number' ? [known] : known
  return [...ids.filter((other) => other < id), id].slice(-IDS_EACH)
}
