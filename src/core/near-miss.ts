import { isControl, isSpace } from './characters.ts'
import type { FieldReading } from './fields.ts'
import { editDistance } from './nearest.ts'
import type { Piece } from './query.ts'

/** How a received name is like a mapped one that is absent, the most telling first. */
export type Likeness = 'written-alike' | 'separators' | 'alias' | 'one-edit' | 'two-edits'

export interface NearMiss {
  readonly field: FieldReading
  /** The first piece with the received name. */
  readonly piece: Piece
  readonly likeness: Likeness
}

const RANK: Readonly<Record<Likeness, number>> = {
  'written-alike': 0,
  separators: 1,
  alias: 2,
  'one-edit': 3,
  'two-edits': 4,
}

/** Names that other networks and frameworks use, and the documented defaults themselves. */
const USER_ALIASES = [
  'user_id',
  'userid',
  'uid',
  'user',
  'user_uuid',
  'snuid',
  'subid',
  'sub_id',
  'player_id',
  'external_identifier',
  's1',
].map(bare)
const AMOUNT_ALIASES = [
  'reward_amount',
  'reward',
  'rewards',
  'amount',
  'value',
  'points',
  'coins',
  'coin_amount',
  'currency_amount',
  'payout',
].map(bare)
/** Says which currency, never how much of it. */
const NEVER_OFFERED = 'currency'

/** Nothing to leave out of such a name. */
const USUAL_NAME = /^[\w.-]+$/
const MOST_CANDIDATES = 200
const LONGEST_NAME = 200
/** Two edits turn a very short name into any other one: how many a mapped name of a length may take. */
const editsAllowed = (length: number): number => (length <= 3 ? 0 : length <= 5 ? 1 : 2)

/**
 * For each field whose name is absent the best received name that nothing else explains, if one is close enough.
 * A received name is offered once. Extra fields are optional, so only another way of writing the same name counts.
 */
export function findNearMisses(wanted: readonly FieldReading[], unexplained: readonly Piece[]): readonly NearMiss[] {
  const candidates = distinctNames(unexplained)
  const found: NearMiss[] = []
  for (const field of wanted) {
    const mapped = lenient(field.param)
    for (const { piece, name } of candidates) {
      const likeness = name === NEVER_OFFERED ? null : likenessOf(name, mapped, field.role)
      if (likeness) found.push({ field, piece, likeness })
    }
  }
  // Sorting is stable: of equals the earlier field and the earlier name win.
  found.sort((a, b) => RANK[a.likeness] - RANK[b.likeness])
  const best: NearMiss[] = []
  for (const miss of found) {
    if (best.every((other) => other.field !== miss.field && other.piece !== miss.piece)) best.push(miss)
  }
  return best.sort((a, b) => wanted.indexOf(a.field) - wanted.indexOf(b.field))
}

function distinctNames(pieces: readonly Piece[]): readonly { piece: Piece; name: string }[] {
  const seen = new Set<string>()
  const distinct: { piece: Piece; name: string }[] = []
  for (const piece of pieces) {
    const { text } = piece.name
    if (text.length > LONGEST_NAME || seen.has(text)) continue
    seen.add(text)
    const name = lenient(text)
    if (name !== '') distinct.push({ piece, name })
    if (distinct.length === MOST_CANDIDATES) break
  }
  return distinct
}

function likenessOf(received: string, mapped: string, role: FieldReading['role']): Likeness | null {
  if (received === mapped) return 'written-alike'
  if (bare(received) === bare(mapped)) return 'separators'
  if (role === 'extra') return null
  const aliases = role === 'user' ? USER_ALIASES : AMOUNT_ALIASES
  if (aliases.includes(bare(received))) return 'alias'
  const allowed = editsAllowed(mapped.length)
  const distance = editDistance(received, mapped, allowed)
  if (distance > allowed) return null
  return distance <= 1 ? 'one-edit' : 'two-edits'
}

/** Without case, whitespace, invisible characters and the `[]` that some frameworks append. */
function lenient(name: string): string {
  if (USUAL_NAME.test(name)) return name.toLowerCase()
  let visible = ''
  for (const character of name.replace(/\[\d*\]$/, '')) {
    const code = character.codePointAt(0) ?? 0
    if (!isSpace(code) && !isControl(code) && !/\p{Format}/u.test(character)) visible += character
  }
  return visible.toLowerCase()
}

/** Without what parts words, too: `userId`, `user-id` and `user_id` are one. */
function bare(name: string): string {
  return name.replace(/[_\-.[\]]/g, '')
}
