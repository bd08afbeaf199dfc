/** A stretch of a text as it is shown. Where `escaped`, `text` is the escape of one character. */
export interface VisibleSegment {
  readonly text: string
  readonly escaped: boolean
}

/**
 * What cannot be seen or misleads the eye, beside spaces at the edges: controls; format characters (zero-width, bidi,
 * byte order mark, soft hyphen, tags); every space but the plain one; line and paragraph separators; fillers and
 * variation selectors (Default_Ignorable_Code_Point); lone surrogates; noncharacters.
 */
const HIDDEN =
  /\p{Control}|\p{Format}|(?! )\p{Space_Separator}|\p{Line_Separator}|\p{Paragraph_Separator}|\p{Surrogate}|\p{Default_Ignorable_Code_Point}|\p{Noncharacter_Code_Point}/gu

/** Joins or selects a form where the neighbours are an emoji's: part of one visible sign, so left alone. */
const EMOJI = /\p{Extended_Pictographic}[\ufe0e\ufe0f\p{Emoji_Modifier}]*$/u
const EMOJI_START = /^\p{Extended_Pictographic}/u
const BARE_EMOJI = /\p{Extended_Pictographic}$/u
/** A Han character may carry an ideographic variation selector. */
const HAN = /\p{Script=Han}$/u
/** No emoji with its modifiers is longer than this many UTF-16 units. */
const LOOK_BEHIND = 8

const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', ' ': '\\x20' }

/** Splits a text so that nothing in it is invisible. Undoing the escaped segments and joining all gives the text. */
export function visibleSegments(text: string): readonly VisibleSegment[] {
  const segments: VisibleSegment[] = []
  const escape = (characters: string): void => {
    for (const character of characters) segments.push({ text: escapeCharacter(character), escaped: true })
  }
  // Counted by hand: a pattern for trailing spaces takes quadratic time on a long run of spaces in the middle.
  const start = countSpaces(text, 0, 1)
  const end = start === text.length ? start : text.length - countSpaces(text, text.length - 1, -1)
  escape(text.slice(0, start))
  let plainFrom = start
  for (const match of text.slice(start, end).matchAll(HIDDEN)) {
    const at = start + match.index
    const after = at + match[0].length
    if (belongsToVisibleSign(text, match[0], at, after)) continue
    if (at > plainFrom) segments.push({ text: text.slice(plainFrom, at), escaped: false })
    escape(match[0])
    plainFrom = after
  }
  if (plainFrom < end) segments.push({ text: text.slice(plainFrom, end), escaped: false })
  escape(text.slice(end))
  return segments
}

function countSpaces(text: string, from: number, step: 1 | -1): number {
  let at = from
  while (text[at] === ' ') at += step
  return Math.abs(at - from)
}

/** The same as one string, for sentences and terminals. */
export function visibleText(text: string): string {
  return visibleSegments(text)
    .map((segment) => segment.text)
    .join('')
}

function belongsToVisibleSign(text: string, character: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - LOOK_BEHIND), start)
  if (character === '\u200d') return EMOJI.test(before) && EMOJI_START.test(text.slice(end, end + 2))
  if (character === '\ufe0e' || character === '\ufe0f') {
    return BARE_EMOJI.test(before) || (/[0-9#*]$/.test(before) && text.startsWith('\u20e3', end))
  }
  const codePoint = character.codePointAt(0) ?? 0
  const ideographicSelector =
    (codePoint >= 0xfe00 && codePoint <= 0xfe0d) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef)
  return ideographicSelector && HAN.test(before)
}

function escapeCharacter(character: string): string {
  const short = SHORT_ESCAPES[character]
  if (short !== undefined) return short
  const hex = (character.codePointAt(0) ?? 0).toString(16)
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`
}
