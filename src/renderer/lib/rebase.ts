/** Whether two pieces of plain data are alike. */
export function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}

/** The keys in which `value` differs from `base`. */
export function changedKeys<D extends object>(base: D, value: D): (keyof D)[] {
  // Both have the type's keys and no others: they are plain data.
  return (Object.keys(value) as (keyof D)[]).filter((key) => !isSame(base[key], value[key]))
}

/** `from` with the named fields as they are in `to`. */
export function withKeysOf<D extends object>(from: D, to: D, keys: readonly (keyof D)[]): D {
  const all = { ...from }
  for (const key of keys) all[key] = to[key]
  return all
}

/** What was changed from `base` to `value`, on top of `saved`: untouched fields follow, touched ones are kept. */
export function rebase<D extends object>(value: D, base: D, saved: D): D {
  const rebased = withKeysOf(saved, value, changedKeys(base, value))
  return isSame(rebased, value) ? value : rebased
}
