/** Deliveries that the memory goes back to no more and the search index has not come to yet. */
import { DeliveryMemory } from './delivery-memory.ts'

/** A stored delivery, by all that it is found by. */
export interface HashedDelivery {
  readonly id: number
  readonly receivedAt: number
  readonly hashes: readonly number[]
}

/**
 * Read once, from the ids behind `after` up to `until`, and kept until the index has come that far: while it is filled, each
 * capture would else look at all of these rows.
 */
export class DeliveryGap {
  readonly #read: (after: number, until: number) => Iterable<HashedDelivery>
  #memory: DeliveryMemory | null = null
  #until = 0
  #generation = -1

  /** `read` gives deliveries with an id in (after, until], in order of arrival. */
  constructor(read: (after: number, until: number) => Iterable<HashedDelivery>) {
    this.#read = read
  }

  /** Newest first for each hash; at least those with an id in (after, until]. Of readings of this generation. */
  idsOf(hashes: readonly number[], after: number, until: number, generation: number): readonly (readonly number[])[] {
    if (this.#memory === null || this.#generation !== generation || this.#until < after) {
      this.#memory = new DeliveryMemory(after, undefined, Number.POSITIVE_INFINITY)
      this.#until = after
      this.#generation = generation
    }
    const memory = this.#memory
    for (const delivery of until > this.#until ? this.#read(this.#until, until) : []) {
      for (const hash of delivery.hashes) memory.add(hash, delivery.id, delivery.receivedAt)
    }
    this.#until = Math.max(this.#until, until)
    return hashes.map((hash) => memory.idsOf(hash))
  }

  /** The index has come up to `through`. */
  covered(through: number): void {
    if (through >= this.#until) this.#memory = null
  }
}
