import { FINDING_CODES, type FindingCode } from '../findings/codes.ts'
import { editDistance } from '../nearest.ts'

/** As many as are worth a look. */
const MOST = 3
/** No code is longer by far; a stranger's text is not matched at length. */
const LONGEST = 60

/**
 * The codes that were probably meant by a text that is none, the nearest first; at most three, and none where nothing
 * comes near. Near is: a slip of the fingers, the same words, or some of them.
 */
export function nearestCodes(text: string): readonly FindingCode[] {
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
  if (typed === '' || typed.length > LONGEST) return []
  return FINDING_CODES.map((code) => ({ code, distance: distanceOf(typed, code) }))
    .filter(({ distance }) => distance !== null)
    .sort((a, b) => (a.distance ?? 0) - (b.distance ?? 0))
    .slice(0, MOST)
    .map(({ code }) => code)
}

/** Smaller is nearer; null is not near at all. Slips come before shared words. */
function distanceOf(typed: string, code: FindingCode): number | null {
  const limit = Math.max(1, Math.floor(typed.length / 4))
  const slips = editDistance(typed, code, limit)
  if (slips <= limit) return slips
  if (typed.length >= 3 && code.includes(typed)) return 20
  const shared = sharedWords(typed, code)
  return shared === 0 ? null : 100 - shared
}

const isLong = (word: string): boolean => word.length >= 4
const begins = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one)

/** How many letters the words have that stand in both, whatever their order; a beginning of four letters is enough. */
function sharedWords(typed: string, code: FindingCode): number {
  const known = code.split('-')
  let letters = 0
  for (const word of typed.split('-')) {
    const alike = known.some((other) => other === word || (isLong(word) && isLong(other) && begins(word, other)))
    if (alike) letters += word.length
  }
  return letters
}
