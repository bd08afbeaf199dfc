import { escapedByte } from './decode.ts'
import type { Mapping } from './endpoint.ts'
import type { Span } from './postback.ts'
import type { TargetShape } from './query.ts'
import { effectivePath } from './secret-path.ts'

/** What stands where the `?` should be, and where. */
export interface QuestionMarkGap {
  readonly code: 'question-mark-missing' | 'question-mark-encoded'
  readonly span: Span
}

/** The endpoint a path belongs to. `differs`: only by case, slashes or needless escapes. */
export interface PathMatch {
  readonly endpoint: Mapping
  readonly differs: boolean
  /** Set where the query is still part of the path. */
  readonly gap: QuestionMarkGap | null
}

/** `%3F`, also encoded twice. */
const ENCODED_MARK = /%(?:25)?3f/i
/** `%26`, also encoded twice. */
const ENCODED_AMPERSAND = /%(?:25)?26/
const UNRESERVED = /[A-Za-z0-9\-._~]/

/**
 * A path without what most servers do not tell apart: case, a trailing slash, doubled slashes, and escapes of
 * characters that need none (RFC 3986, 2.3).
 */
export function foldPath(path: string): string {
  let folded = path.includes('%') ? unescapeUnreserved(path) : path
  folded = folded.toLowerCase().replace(/\/{2,}/g, '/')
  return folded.length > 1 && folded.endsWith('/') ? folded.slice(0, -1) : folded
}

function unescapeUnreserved(path: string): string {
  return path.replace(/%[0-9a-f]{2}/gi, (escape) => {
    const character = String.fromCharCode(escapedByte(escape, 0))
    return UNRESERVED.test(character) ? character : escape
  })
}

/**
 * The endpoint that a target's path belongs to, or null. Exact equality first; then a path that differs only as
 * `foldPath` allows; then a path that the query was glued to because its `?` is missing or encoded.
 */
export function matchPath({ path, query }: TargetShape, endpoints: readonly Mapping[]): PathMatch | null {
  // `http://host?a=1` has no path; `/` is what it means (RFC 9110, 4.2.3).
  const text = path.text === '' ? '/' : path.text
  for (const endpoint of endpoints) {
    if (effectivePath(endpoint) === text) return { endpoint, differs: false, gap: null }
  }
  const whole = matchText(text, endpoints)
  if (whole) return { ...whole, gap: null }

  const encoded = ENCODED_MARK.exec(text)
  const ampersand = text.indexOf('&')
  if (encoded && (ampersand < 0 || encoded.index < ampersand)) {
    const found = matchText(text.slice(0, encoded.index), endpoints)
    if (found) return { ...found, gap: gapAt('question-mark-encoded', path.span, encoded.index, encoded[0].length) }
  }
  // `/hitpoint&?a=1` has its `?`, and nothing of the query is in the path.
  if (ampersand > 0 && (ampersand < text.length - 1 || query === null)) {
    const found = matchText(text.slice(0, ampersand), endpoints)
    if (found) return { ...found, gap: gapAt('question-mark-missing', path.span, ampersand, 1) }
  }
  const escaped = ENCODED_AMPERSAND.exec(text)
  if (escaped) {
    const found = matchText(text.slice(0, escaped.index), endpoints)
    if (found) return { ...found, gap: gapAt('question-mark-missing', path.span, escaped.index, escaped[0].length) }
  }
  return matchGlued(text, path.span, endpoints)
}

function matchText(text: string, endpoints: readonly Mapping[]): { endpoint: Mapping; differs: boolean } | null {
  for (const endpoint of endpoints) if (effectivePath(endpoint) === text) return { endpoint, differs: false }
  const folded = foldPath(text)
  for (const endpoint of endpoints) if (foldPath(effectivePath(endpoint)) === folded) return { endpoint, differs: true }
  return null
}

/** `/hitpointuser_id=…` or `/hitpoint/user_id=…`: a mapped name right behind an endpoint's path. */
function matchGlued(text: string, span: Span, endpoints: readonly Mapping[]): PathMatch | null {
  if (!/=|%3d/i.test(text)) return null
  let best: PathMatch | null = null
  let longest = -1
  for (const endpoint of endpoints) {
    const path = effectivePath(endpoint)
    const { length } = path
    if (!text.startsWith(path) || longest >= length) continue
    const behind = '/;,'.includes(text.charAt(length)) ? length + 1 : length
    const starts = [endpoint.userIdParam, endpoint.rewardAmountParam].some(
      (name) => text.startsWith(name, behind) && /^(?:=|%3d)/i.test(text.slice(behind + name.length)),
    )
    if (!starts) continue
    best = { endpoint, differs: false, gap: gapAt('question-mark-missing', span, length, 1) }
    longest = length
  }
  return best
}

function gapAt(code: QuestionMarkGap['code'], path: Span, index: number, length: number): QuestionMarkGap {
  const start = Math.min(path.start + index, path.end)
  return { code, span: { start, end: Math.min(start + length, path.end) } }
}
