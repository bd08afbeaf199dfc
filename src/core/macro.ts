import { isDigit, trimSpace } from './characters.ts'
import { decodeComponent } from './decode.ts'
import type { Token } from './query.ts'

/** Opening and closing marks of the macro dialects that are known, the longer ones first. */
const DIALECTS: readonly (readonly [string, string])[] = [
  ['{{{', '}}}'],
  ['{{', '}}'],
  ['{%', '%}'],
  ['{', '}'],
  ['[[', ']]'],
  ['[%', '%]'],
  ['[', ']'],
  ['<%=', '%>'],
  ['<%', '%>'],
  ['<<', '>>'],
  ['<', '>'],
  ['${', '}'],
  ['#{', '}'],
  ['%{', '}'],
  ['@{', '}'],
  ['%%', '%%'],
  ['%', '%'],
  ['$', '$'],
  ['*|', '|*'],
]
const OPENINGS = '{[<$#%@*'
/** Longer than any macro's name. */
const LONGEST = 120

/** A name as macros have them: it begins with a letter or an underscore, and holds nothing that values are made of. */
const NAME = /^[$@]?[\p{L}_][\p{L}\p{N}_.:|?!-]*(?: [\p{L}\p{N}_.:|?!-]+){0,5}$/u
/** `{0}`: the numbered kind, in braces only. */
const NUMBERED = /^\d{1,2}$/
/** Microsoft writes ids as `{3F2504E0-4F89-11D3-9A0C-0305E82C3301}`. */
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i
/** What JavaScript makes of an object: a placeholder, not a macro. */
const STRINGIFIED = /^object [A-Z]\w*$/i

/**
 * The macro that a value is as a whole, in any dialect and percent-encoded up to twice, or null. Whitespace around
 * it does not hide it.
 */
export function findMacro(value: Token): string | null {
  const { raw, text } = value
  const first = raw.charCodeAt(0)
  // Letters and digits first: no dialect begins so.
  if (isDigit(first) || (first >= 0x41 && first <= 0x5a) || (first >= 0x61 && first <= 0x7a)) return null
  if (raw.length > LONGEST * 3) return null
  return asMacro(text) ?? (raw.includes('%') ? (asMacro(raw) ?? asMacro(decodeComponent(text))) : null)
}

function asMacro(text: string): string | null {
  const trimmed = trimSpace(text)
  if (trimmed.length < 3 || trimmed.length > LONGEST || !OPENINGS.includes(trimmed.charAt(0))) return null
  for (const [open, close] of DIALECTS) {
    if (trimmed.length <= open.length + close.length || !trimmed.startsWith(open) || !trimmed.endsWith(close)) continue
    const name = trimSpace(trimmed.slice(open.length, -close.length))
    if (isMacroName(name) || (close.startsWith('}') && NUMBERED.test(name))) return trimmed
  }
  return null
}

function isMacroName(name: string): boolean {
  return NAME.test(name) && !UUID.test(name) && !STRINGIFIED.test(name)
}
