import type { Mapping } from './endpoint.ts'
import { findMacro } from './macro.ts'
import type { Piece, Token } from './query.ts'
import { PLAIN_VALUE, readTraits, type ValueTraits } from './value-traits.ts'

/** `missing`: the name did not occur. `empty`: nothing behind the `=`, or no `=`. `macro`: not replaced. */
export type FieldState = 'missing' | 'empty' | 'macro' | 'value'

/** What one mapped name brought. The first occurrence wins. */
export interface FieldReading {
  /** `user_id`, `reward_amount` or an extra field's name. */
  readonly field: string
  readonly role: 'user' | 'amount' | 'extra'
  /** The mapped name. */
  readonly param: string
  /** Every piece with that name, in order. */
  readonly occurrences: readonly Piece[]
  readonly state: FieldState
  /** Null where missing, `''` where empty. */
  readonly text: string | null
  /** The first value as received; null where missing or without `=`. */
  readonly value: Token | null
  readonly macro: string | null
  /** Plain unless `state` is `value`. */
  readonly traits: ValueTraits
}

const NO_PIECES: readonly Piece[] = []

/** The two fields that every mapping has. */
export function readOwnFields(pieces: readonly Piece[], mapping: Mapping): readonly [FieldReading, FieldReading] {
  return [
    readField('user_id', 'user', mapping.userIdParam, pieces),
    readField('reward_amount', 'amount', mapping.rewardAmountParam, pieces),
  ]
}

/** The mapping's optional extra fields, in its order. */
export function readExtraFields(pieces: readonly Piece[], mapping: Mapping): readonly FieldReading[] {
  return mapping.extraFields.map(({ field, param }) => readField(field, 'extra', param, pieces))
}

function readField(field: string, role: FieldReading['role'], param: string, pieces: readonly Piece[]): FieldReading {
  let occurrences: Piece[] | null = null
  for (const piece of pieces) {
    if (piece.name.text !== param) continue
    if (occurrences) occurrences.push(piece)
    else occurrences = [piece]
  }
  const first = occurrences?.[0]
  if (!occurrences || !first) {
    return withoutValue(field, role, param, NO_PIECES, 'missing', null, null)
  }
  const { value } = first
  if (value === null || value.text === '') return withoutValue(field, role, param, occurrences, 'empty', '', value)
  const macro = findMacro(value)
  return {
    field,
    role,
    param,
    occurrences,
    state: macro === null ? 'value' : 'macro',
    text: value.text,
    value,
    macro,
    traits: macro === null ? readTraits(value) : PLAIN_VALUE,
  }
}

function withoutValue(
  field: string,
  role: FieldReading['role'],
  param: string,
  occurrences: readonly Piece[],
  state: 'missing' | 'empty',
  text: string | null,
  value: Token | null,
): FieldReading {
  return { field, role, param, occurrences, state, text, value, macro: null, traits: PLAIN_VALUE }
}
