/** What an object costs beside its contents, in characters. */
const OVERHEAD = 16

/** About how many characters a piece of plain data takes on the wire. Cheap, for bounds; never exact. */
export function roughSize(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return OVERHEAD / 2
  let size = OVERHEAD
  // Plain data: all it has is its own, and a list of its values would be made only to be thrown away.
  if (Array.isArray(value)) for (const part of value) size += OVERHEAD + roughSize(part)
  else for (const name in value) size += OVERHEAD + roughSize((value as Record<string, unknown>)[name])
  return size
}
