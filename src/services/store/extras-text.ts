/**
 * Extra values as they are stored: JSON without the names, and without the parameter where it is named as its field is.
 * Histories from before version 90 have them with their names.
 */
import type { Reading } from '../../core/postback.ts'

type Extra = Reading['extras'][number]
type Stored = [field: string, param: string, value: string | null] | [fieldAndParam: string, value: string | null]

/** Null for none. */
export function extrasToText(extras: readonly Extra[]): string | null {
  if (extras.length === 0) return null
  return JSON.stringify(
    extras.map(({ field, param, value }): Stored => (field === param ? [field, value] : [field, param, value])),
  )
}

/** Reads what was written above, and by nobody else. */
export function extrasFromText(text: string | null): readonly Extra[] {
  if (text === null) return []
  return (JSON.parse(text) as (Stored | Extra)[]).map((one) => {
    if (!Array.isArray(one)) return one
    if (one.length === 2) return { field: one[0], param: one[0], value: one[1] }
    return { field: one[0], param: one[1], value: one[2] }
  })
}

/** Whether a text says the same, in whatever form. */
export function isSameExtras(old: string | null, text: string | null): boolean {
  return old === text || (old !== null && old.startsWith('[{') && extrasToText(extrasFromText(old)) === text)
}
