import type { FieldReading } from './fields.ts'
import { findNearMisses, type NearMiss } from './near-miss.ts'
import type { Piece } from './query.ts'
import type { Swallowed } from './swallowed.ts'

/** What the names that the mapping does not know are. Each piece is in one list; one may be in the first two. */
export interface NameReading {
  /** The name starts with `amp;`. */
  readonly ampersand: readonly Piece[]
  /** The name is still the documentation's, or in brackets. */
  readonly template: readonly Piece[]
  readonly nearMisses: readonly NearMiss[]
  /** Nothing wrong with them: they are just not mapped. */
  readonly extra: readonly Piece[]
}

const NO_PIECES: readonly Piece[] = []
/** Every name is mapped. */
const ALL_KNOWN: NameReading = { ampersand: NO_PIECES, template: NO_PIECES, nearMisses: [], extra: NO_PIECES }

const AMPERSAND = /^(?:amp;)+/i
const BRACKETED = /^\s*(?:\[.+\]|\{.+\}|<.+>)\s*$/s
/** The placeholder of Adjump's S2S Postback Setup page, its brackets already removed. */
const DOCUMENTED_PLACEHOLDER = /^your_?param_?name\d?$/i

/** Sorts the names that are not mapped. What another rule explains is no near miss and no extra. */
export function readNames(
  pieces: readonly Piece[],
  fields: readonly FieldReading[],
  swallowed: readonly Swallowed[],
): NameReading {
  const unknown = pieces.filter((piece) => !isMapped(piece, fields))
  if (unknown.length === 0) return ALL_KNOWN
  const ampersand: Piece[] = []
  const template: Piece[] = []
  const others: Piece[] = []
  const explained = new Set(swallowed.map(({ name }) => name))
  const broken = new Set(swallowed.filter(({ piece }) => piece.name.text.match(/[?=]/)).map(({ piece }) => piece))
  for (const piece of unknown) {
    if (broken.has(piece)) continue
    const name = piece.name.text.replace(AMPERSAND, '')
    const hasAmpersand = name !== piece.name.text
    const isTemplate = BRACKETED.test(name) || DOCUMENTED_PLACEHOLDER.test(name)
    if (hasAmpersand) {
      ampersand.push(piece)
      explained.add(name)
    }
    if (isTemplate) template.push(piece)
    if (!hasAmpersand && !isTemplate && name !== '') others.push(piece)
  }
  const wanted = fields.filter(({ state, param }) => state === 'missing' && !explained.has(param))
  const nearMisses = wanted.length === 0 || others.length === 0 ? [] : findNearMisses(wanted, others)
  const offered = new Set(nearMisses.map(({ piece }) => piece.name.text))
  return { ampersand, template, nearMisses, extra: others.filter(({ name }) => !offered.has(name.text)) }
}

function isMapped(piece: Piece, fields: readonly FieldReading[]): boolean {
  for (const { param } of fields) if (param === piece.name.text) return true
  return false
}
