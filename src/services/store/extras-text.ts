/**
 * Extra values as they are stored. Nearly always each stands in the request's target as it is: then `field,param,start,length`
 * of each, with `;` between them and without the parameter where it is named as its field is. Else JSON with each value in
 * full, without names; histories from before version 90 have it with names.
 */
import type { Reading } from '../../core/postback.ts'

type Extra = Reading['extras'][number]
type Stored = [field: string, param: string, value: string | null] | [fieldAndParam: string, value: string | null]

/** Names that the first form can hold. */
const PLAIN = /^[\w.-]+$/

/** Null for none. `target` is that of the request, as it stood on the wire. */
export function extrasToText(extras: readonly Extra[], target: string | null): string | null {
  if (extras.length === 0) return null
  return placesOf(extras, target) ?? JSON.stringify(extras.map(toStored))
}

/** Reads what was written above, and by nobody else. */
export function extrasFromText(text: string | null, target: string | null): readonly Extra[] {
  if (text === null) return []
  if (!text.startsWith('[')) return extrasAt(text, target ?? '')
  return (JSON.parse(text) as (Stored | Extra)[]).map((one): Extra => {
    if (!Array.isArray(one)) return one
    if (one.length === 2) return { field: one[0], param: one[0], value: one[1] }
    return { field: one[0], param: one[1], value: one[2] }
  })
}

/** Whether two texts say the same of this target, in whatever form. */
export function isSameExtras(old: string | null, text: string | null, target: string | null): boolean {
  if (old === text) return true
  const others = extrasFromText(text, target)
  const extras = extrasFromText(old, target)
  return (
    extras.length === others.length &&
    extras.every(({ field, param, value }, at) => {
      const other = others[at]
      return field === other?.field && param === other.param && value === other.value
    })
  )
}

function toStored({ field, param, value }: Extra): Stored {
  return field === param ? [field, value] : [field, param, value]
}

/** Null where one of them does not stand in the target. Where it stands there does not matter. */
function placesOf(extras: readonly Extra[], target: string | null): string | null {
  let places = ''
  for (const { field, param, value } of extras) {
    const start = value === null || target === null ? -1 : target.indexOf(value)
    if (value === null || start === -1 || !PLAIN.test(field) || !PLAIN.test(param)) return null
    const name = field === param ? field : `${field},${param}`
    places += `${places === '' ? '' : ';'}${name},${String(start)},${String(value.length)}`
  }
  return places
}

/** The place in `text` from `from` to `to`, which is behind its last character. */
function extraAt(text: string, from: number, to: number, target: string): Extra {
  const beforeLength = text.lastIndexOf(',', to - 1)
  const beforeStart = text.lastIndexOf(',', beforeLength - 1)
  const name = text.slice(from, beforeStart)
  const comma = name.indexOf(',')
  const start = Number(text.slice(beforeStart + 1, beforeLength))
  const value = target.slice(start, start + Number(text.slice(beforeLength + 1, to)))
  if (comma === -1) return { field: name, param: name, value }
  return { field: name.slice(0, comma), param: name.slice(comma + 1), value }
}

function extrasAt(text: string, target: string): readonly Extra[] {
  const extras: Extra[] = []
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf(';', from)
    const to = end === -1 ? text.length : end
    extras.push(extraAt(text, from, to, target))
    from = to + 1
  }
  return extras
}
