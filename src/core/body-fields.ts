import { decodeComponent } from './decode.ts'
import { readJsonFields } from './json-fields.ts'

/** One field of a request's body. `value` is its text as it stood there, never a converted number. */
export interface BodyField {
  readonly name: string
  readonly value: string
}

/** Only the beginning of a body is looked at, and only so many of its fields. */
const MOST_BYTES = 16 * 1024
const MOST_FIELDS = 100

/**
 * The fields of a form or a JSON object, in order; empty where the body is neither. The content type decides, and
 * where it says nothing useful the first character does. Bounded; never throws.
 */
export function readBodyFields(body: Uint8Array, contentType: string | null): readonly BodyField[] {
  const bytes = body.length > MOST_BYTES ? body.subarray(0, MOST_BYTES) : body
  const type = contentType?.toLowerCase() ?? ''
  if (type.includes('json') || (!type.includes('urlencoded') && startsWithBrace(bytes))) {
    return readJsonFields(new TextDecoder().decode(bytes), MOST_FIELDS)
  }
  if (type !== '' && !type.includes('urlencoded') && !type.startsWith('text/plain')) return []
  return readForm(latin1(bytes))
}

function startsWithBrace(bytes: Uint8Array): boolean {
  const first = bytes.find((byte) => byte > 0x20)
  return first === 0x7b
}

function latin1(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

function readForm(text: string): readonly BodyField[] {
  const fields: BodyField[] = []
  let start = 0
  while (start <= text.length && fields.length < MOST_FIELDS) {
    const found = text.indexOf('&', start)
    const end = found < 0 ? text.length : found
    const piece = text.slice(start, end)
    const sign = piece.indexOf('=')
    // Without any `=` this is no form.
    if (sign > 0)
      fields.push({ name: decodeComponent(piece.slice(0, sign)), value: decodeComponent(piece.slice(sign + 1)) })
    start = end + 1
  }
  return fields
}
