/** An item whose place in its list is its identity. */
export interface Placed<T> {
  readonly item: T
  readonly place: number
}

/** For lists without identities of their own, drawn by place: parts of one text, rows of a form. */
export function placed<T>(items: readonly T[]): readonly Placed<T>[] {
  return items.map((item, place) => ({ item, place }))
}
