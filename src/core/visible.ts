/** A stretch of a text as it is shown. Where `escaped`, `text` is the escape of one character. */
export interface VisibleSegment {
  readonly text: string
  readonly escaped: boolean
}

/**
 * What cannot be seen or misleads the eye, beside spaces at the edges: controls; format characters (zero-width, bidi,
 * byte order mark, soft hyphen, tags); every space but the plain one; line and paragraph separators; fillers and
 * variation selectors (Default_Ignorable_Code_Point); the blank Braille pattern; lone surrogates; noncharacters. The
 * group is for marks that stand over other characters: whether one is hidden depends on what is before it.
 */
const HIDDEN =
  /\p{Control}|\p{Format}|(?! )\p{Space_Separator}|\p{Line_Separator}|\p{Paragraph_Separator}|\p{Surrogate}|\p{Default_Ignorable_Code_Point}|\p{Noncharacter_Code_Point}|\u2800|([\p{Nonspacing_Mark}\p{Enclosing_Mark}])/gu

/** No written language has more marks on one letter; a pile of hundreds covers the lines above and below. */
const MOST_MARKS = 6

/** Joins or selects a form where the neighbours are an emoji's: part of one visible sign, so left alone. */
const EMOJI = /\p{Extended_Pictographic}[\ufe0e\ufe0f\p{Emoji_Modifier}]*$/u
const EMOJI_START = /^\p{Extended_Pictographic}/u
const BARE_EMOJI = /\p{Extended_Pictographic}$/u
/** A Han character may carry an ideographic variation selector. */
const HAN = /\p{Script=Han}$/u
/** No emoji with its modifiers is longer than this many UTF-16 units. */
const LOOK_BEHIND = 8

const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', ' ': '\\x20' }

/**
 * Splits a text so that nothing in it is invisible, nor lies over its neighbours. Undoing the escaped segments and
 * joining all gives the text.
 */
export function visibleSegments(text: string): readonly VisibleSegment[] {
  const segments: VisibleSegment[] = []
  const marks = countMarks()
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
    const isPlain =
      match[1] === undefined
        ? belongsToVisibleSign(text, match[0], at, after)
        : // Without a letter of its own it would stand over what is before the text, or over an escape.
          plainFrom < at && marks(at, after) <= MOST_MARKS
    if (isPlain) continue
    if (at > plainFrom) segments.push({ text: text.slice(plainFrom, at), escaped: false })
    escape(match[0])
    plainFrom = after
  }
  if (plainFrom < end) segments.push({ text: text.slice(plainFrom, end), escaped: false })
  escape(text.slice(end))
  return segments
}

/** Answers how many marks stand side by side up to this one. */
function countMarks(): (at: number, after: number) => number {
  let end = -1
  let count = 0
  return (at, after) => {
    count = at === end ? count + 1 : 1
    end = after
    return count
  }
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

/** Controls but the line feed, lone surrogates, and format characters but the joiner that emoji are made with. */
const ACTS_ON_A_TERMINAL =
  /(?![\n\u200d])[\p{Control}\p{Format}\p{Line_Separator}\p{Paragraph_Separator}\p{Surrogate}]/gu

/** Printable ASCII, line feeds, and the dashes, quotes and dots that our own sentences have. */
const PLAIN = /^[\n\x20-\x7e\u2010-\u2027]*$/

/**
 * A text in which nothing is left that a terminal obeys or that turns a line around: such a character stands as
 * `\uXXXX`, one for each UTF-16 unit. JSON reads these as the characters that they were, so that JSON text may go
 * through here and means the same; line feeds stay.
 */
export function terminalText(text: string): string {
  // Nearly everything is: it costs a twentieth of the search below.
  if (PLAIN.test(text)) return text
  return text.replaceAll(ACTS_ON_A_TERMINAL, (character) => {
    let escaped = ''
    for (let at = 0; at < character.length; at += 1) {
      escaped += `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`
    }
    return escaped
  })
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
