/** A number of a header set in three characters: what the text index has in place of headers that many requests share. */

/** The private use area, from which no ordinary text comes; one that does only makes for more candidates. */
const FIRST = 0xe000
const DIGITS = 4096

/** One trigram, the same for the same id and another one for each other id. */
export function headerSetToken(id: number): string {
  const low = id % DIGITS
  const middle = Math.floor(id / DIGITS) % DIGITS
  const high = Math.floor(id / (DIGITS * DIGITS)) % DIGITS
  return String.fromCharCode(FIRST + high, FIRST + middle, FIRST + low)
}
