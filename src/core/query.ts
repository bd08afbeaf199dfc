import { decodeComponent } from './decode.ts'
import type { Span } from './postback.ts'

/** A stretch of the raw request-target. */
export interface Part {
  readonly text: string
  readonly span: Span
}

/** One name or value: as received, and decoded (`+` is a space, lossy percent-decoding). */
export interface Token {
  readonly raw: string
  readonly text: string
  readonly span: Span
}

/** One `name=value` between two `&`. `value` is null where there was no `=`. */
export interface Piece {
  readonly raw: Part
  readonly name: Token
  readonly value: Token | null
}

/** How a request-target may look (RFC 9112, 3.2); `other` is anything else. */
export type TargetForm = 'origin' | 'absolute' | 'authority' | 'asterisk' | 'other'

/**
 * A request-target cut at its first `?`, with nothing dropped. A `#…` tail belongs to neither path nor query, but
 * not every `#` begins one: senders seldom cut there, so what stands behind it is often the rest of the postback.
 */
export interface TargetShape {
  readonly raw: string
  readonly form: TargetForm
  /** After scheme and host, where there are any. */
  readonly path: Part
  /** Without its `?`; null where there was none. */
  readonly query: Part | null
  /** Without its `#`; null where there was none. */
  readonly fragment: Part | null
}

export interface Target extends TargetShape {
  /** In wire order, repeats kept. Empty pieces (`&&`) are left out. */
  readonly pieces: readonly Piece[]
}

const NO_PIECES: readonly Piece[] = []
const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i
const PARAMETER = /&[^&=#]+=/y
const HOST_AND_PORT = /^[^/?#@]+:\d+$/

function part(raw: string, start: number, end: number): Part {
  return { text: raw.slice(start, end), span: { start, end } }
}

function token(raw: string, start: number, end: number): Token {
  const text = raw.slice(start, end)
  return { raw: text, text: decodeComponent(text), span: { start, end } }
}

/** Cuts a request-target into path, query and fragment. Reads no parameter yet: enough to know the endpoint. */
export function splitTarget(raw: string): TargetShape {
  let form: TargetForm = 'origin'
  let pathStart = 0
  if (raw.charCodeAt(0) !== 0x2f) {
    const scheme = SCHEME.exec(raw)
    if (scheme) {
      form = 'absolute'
      pathStart = scheme[0].length
      while (pathStart < raw.length && !'/?#'.includes(raw.charAt(pathStart))) pathStart += 1
    } else {
      form = raw === '*' ? 'asterisk' : HOST_AND_PORT.test(raw) ? 'authority' : 'other'
    }
  }
  const mark = raw.indexOf('?', pathStart)
  const hash = findFragment(raw, pathStart, mark)
  const end = hash < 0 ? raw.length : hash
  const hasQuery = mark >= 0 && mark < end
  return {
    raw,
    form,
    path: part(raw, pathStart, hasQuery ? mark : end),
    query: hasQuery ? part(raw, mark + 1, end) : null,
    fragment: hash < 0 ? null : part(raw, hash + 1, raw.length),
  }
}

/**
 * The `#` that begins the fragment, or -1. In `#{x}` it begins a macro; in a query that goes on with `&name=` the
 * whole target arrived, and the `#` belongs to a value.
 */
function findFragment(raw: string, from: number, mark: number): number {
  let last: number | null = null
  for (let hash = raw.indexOf('#', from); hash >= 0; hash = raw.indexOf('#', hash + 1)) {
    if (raw.charAt(hash + 1) === '{') continue
    if (mark < 0 || hash < mark) return hash
    last ??= lastParameter(raw, mark)
    if (hash > last) return hash
  }
  return -1
}

/** Where the last `&name=` begins behind `from`, or -1. */
function lastParameter(raw: string, from: number): number {
  for (let at = raw.lastIndexOf('&'); at > from; at = raw.lastIndexOf('&', at - 1)) {
    PARAMETER.lastIndex = at
    if (PARAMETER.test(raw)) return at
  }
  return -1
}

/** The pieces of a query, in order. `=` without a name and a name without `=` are pieces too. */
export function readPieces(shape: TargetShape): readonly Piece[] {
  const { raw, query } = shape
  if (!query || query.text === '') return NO_PIECES
  const pieces: Piece[] = []
  const { end } = query.span
  let start = query.span.start
  /** Searched for again only once passed: a query of thousands of nameless pieces stays linear. */
  let sign = -1
  while (start <= end) {
    const found = raw.indexOf('&', start)
    const stop = found < 0 || found > end ? end : found
    if (stop > start) {
      if (sign < start) {
        sign = raw.indexOf('=', start)
        if (sign < 0) sign = raw.length
      }
      const hasValue = sign < stop
      pieces.push({
        raw: part(raw, start, stop),
        name: token(raw, start, hasValue ? sign : stop),
        value: hasValue ? token(raw, sign + 1, stop) : null,
      })
    }
    start = stop + 1
  }
  return pieces
}

/**
 * Reads a request-target as it stood on the wire: cut at the first `?`, the rest at each `&`, each piece at its
 * first `=`. Never throws, trims nothing. The standard URL classes are not used because they lose what an
 * inspector must show.
 */
export function readTarget(target: string): Target {
  const shape = splitTarget(target)
  return {
    raw: shape.raw,
    form: shape.form,
    path: shape.path,
    query: shape.query,
    fragment: shape.fragment,
    pieces: readPieces(shape),
  }
}
