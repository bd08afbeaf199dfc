import type { Mapping } from '../../../../core/endpoint.ts'
import type { Finding } from '../../../../core/postback.ts'
import { readTarget } from '../../../../core/query.ts'

/** One piece of the query as the table shows it. */
export interface QueryRow {
  /** From 1, in wire order. */
  readonly order: number
  readonly rawName: string
  readonly name: string
  /** Null where the piece has no `=`. */
  readonly rawValue: string | null
  readonly value: string | null
  /** The field that the endpoint maps to this name; null for names it does not know. */
  readonly field: string | null
  /** Which occurrence of its name it is, where there are several; the first one is read. */
  readonly repeat: { readonly nth: number; readonly of: number } | null
}

/** The fields of a mapping by the name they are read from. */
export function fieldsByParam(mapping: Mapping | null): ReadonlyMap<string, string> {
  if (!mapping) return new Map()
  return new Map([
    ...mapping.extraFields.map((extra): [string, string] => [extra.param, extra.field]),
    [mapping.userIdParam, 'user_id'],
    [mapping.rewardAmountParam, 'reward_amount'],
  ])
}

/** The pieces of a target's query, in wire order; empty pieces stay out. */
export function queryRows(target: string, mapping: Mapping | null): readonly QueryRow[] {
  const fields = fieldsByParam(mapping)
  const pieces = readTarget(target).pieces.filter((piece) => piece.raw.text !== '')
  const total = new Map<string, number>()
  for (const { name } of pieces) total.set(name.text, (total.get(name.text) ?? 0) + 1)
  const seen = new Map<string, number>()
  return pieces.map(({ name, value }, index) => {
    const nth = (seen.get(name.text) ?? 0) + 1
    seen.set(name.text, nth)
    const of = total.get(name.text) ?? 1
    return {
      order: index + 1,
      rawName: name.raw,
      name: name.text,
      rawValue: value?.raw ?? null,
      value: value?.text ?? null,
      field: nth === 1 ? (fields.get(name.text) ?? null) : null,
      repeat: of > 1 ? { nth, of } : null,
    }
  })
}

/** A mapped field as it arrived. `value` is null where its name did not occur. */
export interface FieldValue {
  readonly field: string
  /** The name that is read, by the mapping. */
  readonly param: string
  /** A received name that looks like the one that is missing. */
  readonly nearMiss: string | null
  readonly raw: string | null
  readonly value: string | null
}

/** What arrived for the fields of a mapping, the two that Adjump documents first. */
export function fieldValues(
  rows: readonly QueryRow[],
  mapping: Mapping,
  findings: readonly Finding[],
): readonly FieldValue[] {
  const params: (readonly [string, string])[] = [
    ['user_id', mapping.userIdParam],
    ['reward_amount', mapping.rewardAmountParam],
    ...mapping.extraFields.map(({ field, param }) => [field, param] as const),
  ]
  return params.map(([field, param]) => {
    const row = rows.find((one) => one.field === field)
    const near = findings.find((finding) => finding.code === 'name-near-miss' && finding.field === field)
    return {
      field,
      param,
      nearMiss: near?.param ?? null,
      raw: row ? (row.rawValue ?? '') : null,
      value: row ? (row.value ?? '') : null,
    }
  })
}
