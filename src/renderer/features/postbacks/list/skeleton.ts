/** The ids of a list in the order in which they are shown: cheap enough to hold for a million rows. */
export interface Skeleton {
  readonly length: number
  /** Undefined beyond what is known. */
  idAt(index: number): number | undefined
  /** -1 where the id is not known. */
  indexOf(id: number): number
  /** Puts arrivals, given oldest first, on top: the newest becomes row 0. */
  addOnTop(ids: readonly number[]): void
  addBelow(ids: readonly number[]): void
}

export function createSkeleton(ids: readonly number[] = []): Skeleton {
  // Arrivals are kept in order of arrival, so that putting one on top moves nothing.
  const onTop: number[] = []
  const below: number[] = []

  function addBelow(added: readonly number[]): void {
    for (const id of added) below.push(id)
  }
  addBelow(ids)

  return {
    get length() {
      return onTop.length + below.length
    },
    idAt(index) {
      return index < onTop.length ? onTop[onTop.length - 1 - index] : below[index - onTop.length]
    },
    indexOf(id) {
      // Looked for where it probably is: near the top.
      const arrived = onTop.lastIndexOf(id)
      if (arrived !== -1) return onTop.length - 1 - arrived
      const index = below.indexOf(id)
      return index === -1 ? -1 : onTop.length + index
    },
    addOnTop(added) {
      for (const id of added) onTop.push(id)
    },
    addBelow,
  }
}
