/** What an object costs beside its contents, in characters. */
const OVERHEAD = 16

/** About how many characters a piece of plain data takes on the wire. Cheap, for bounds; never exact. */
export function roughSize(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return OVERHEAD / 2
  let size = OVERHEAD
  for (const part of Object.values(value)) size += OVERHEAD + roughSize(part)
  return size
}
