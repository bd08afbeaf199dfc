import { dashboardUrlWords } from '../words/of/dashboard-url.ts'
import { type DashboardUrlEndpoint, encodeName } from './dashboard-url.ts'
import type { ReportProblem } from './dashboard-url-problem.ts'
import { decodeComponent } from './decode.ts'
import { originalSpan, type PastedText, replacePasted, slicePasted } from './pasted-text.ts'
import type { Span } from './postback.ts'

/** One parameter as it stands in the dashboard's URL. `value` is null where there is no `=`. */
export interface TypedPiece {
  readonly name: string
  readonly value: string | null
  readonly span: Span
  readonly nameSpan: Span
  readonly valueSpan: Span
}

/** Splits the query into its parameters, reporting and mending what would glue several into one. */
export function readTypedPieces(
  query: PastedText,
  endpoint: DashboardUrlEndpoint,
  report: ReportProblem,
): readonly TypedPiece[] {
  const names = [endpoint.userIdParam, endpoint.rewardAmountParam]
  let text = withoutQuestionMarks(query, names, report)
  text = withoutEncodedSeparators(text, names, report)
  text = withoutSemicolons(text, names, report)
  text = withMissingSeparators(text, names, report)
  return splitPieces(text, names, report)
}

/** What a value begins with where it is a macro, or was meant to be one. */
const MACRO_START = /^(?:[{[<$]|#\{|%(?:25)*7b)/i

/** Puts a `&` before what is a parameter of ours; what an extra parameter's value holds (a URL, a list) stays. */
function ampersandBefore(names: readonly string[]): (match: RegExpExecArray) => string | null {
  return ({ 0: separator, 1: name = '', index, input }) => {
    const value = input.slice(index + separator.length + name.length).replace(/^(?:=|%(?:25)*3d)/i, '')
    return opensParameter(name, value, names) ? '&' : null
  }
}

function opensParameter(name: string, value: string, names: readonly string[]): boolean {
  return names.includes(name) || names.includes(decodeComponent(name)) || MACRO_START.test(value)
}

function withoutQuestionMarks(query: PastedText, names: readonly string[], report: ReportProblem): PastedText {
  const leading = replacePasted(query, /^\?+/g, () => '')
  const inner = replacePasted(leading.pasted, /\?(?=([^&=?]+)=)/g, ampersandBefore(names))
  const first = leading.spans[0] ?? inner.spans[0]
  if (first) {
    report('question-mark-repeated', first, dashboardUrlWords().problems.questionMarkTwice)
  }
  return inner.pasted
}

function withoutEncodedSeparators(query: PastedText, names: readonly string[], report: ReportProblem): PastedText {
  const ampersands = names.some((name) => name.includes('&'))
    ? { pasted: query, spans: [] }
    : replacePasted(query, /%(?:25)*26(?=([^&=]+?)(?:=|%(?:25)*3d))/gi, ampersandBefore(names))
  const equals = names.some((name) => name.includes('='))
    ? { pasted: ampersands.pasted, spans: [] }
    : replacePasted(ampersands.pasted, /(?<=(?:^|&)([^&=]*))%(?:25)*3d/gi, ({ 0: sign, 1: name = '', index, input }) =>
        opensParameter(name, input.slice(index + sign.length), names) ? '=' : null,
      )
  const first = ampersands.spans[0] ?? equals.spans[0]
  if (first) {
    report('separators-encoded', first, dashboardUrlWords().problems.separatorsEncoded)
  }
  return equals.pasted
}

function withoutSemicolons(query: PastedText, names: readonly string[], report: ReportProblem): PastedText {
  if (names.some((name) => name.includes(';'))) return query
  const clean = replacePasted(query, /;(?=([^&;=]+)=)/g, ampersandBefore(names))
  const [first] = clean.spans
  if (first) {
    report('semicolon-separator', first, dashboardUrlWords().problems.semicolons)
  }
  return clean.pasted
}

/** `user_id={user_id}reward_amount={reward_amount}`, also with a comma or a bar in between. */
function withMissingSeparators(query: PastedText, names: readonly string[], report: ReportProblem): PastedText {
  const alternatives = names.flatMap((name) => [name, encodeName(name)]).map(escapePattern)
  const glued = replacePasted(query, new RegExp(`(?<=[}\\]])[,|/]?(?=(?:${alternatives.join('|')})=)`, 'g'), () => '&')
  const [first] = glued.spans
  if (first) {
    const span = { start: first.start, end: Math.max(first.end, first.start + 1) }
    report('separator-missing', span, dashboardUrlWords().problems.separatorMissing)
  }
  return glued.pasted
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

function splitPieces(query: PastedText, names: readonly string[], report: ReportProblem): readonly TypedPiece[] {
  const pieces: TypedPiece[] = []
  let start = 0
  for (const raw of query.text.split('&')) {
    if (raw !== '') pieces.push(readPiece(slicePasted(query, start, start + raw.length), names, report))
    start += raw.length + 1
  }
  return pieces
}

function readPiece(piece: PastedText, names: readonly string[], report: ReportProblem): TypedPiece {
  const { text } = piece
  let nameEnd = text.indexOf('=')
  let valueStart = nameEnd + 1
  if (nameEnd === -1) {
    const glued = names.flatMap((name) => [name, encodeName(name)]).find((name) => isGlued(text, name))
    nameEnd = glued?.length ?? text.length
    valueStart = nameEnd + (text.charAt(nameEnd) === ':' ? 1 : 0)
    if (glued !== undefined) {
      const span = originalSpan(piece, nameEnd, nameEnd + 1)
      report('equals-sign-missing', span, dashboardUrlWords().problems.equalsMissing(glued))
    }
  }
  return {
    name: text.slice(0, nameEnd),
    value: nameEnd < text.length ? text.slice(valueStart) : null,
    span: originalSpan(piece, 0, text.length),
    nameSpan: originalSpan(piece, 0, nameEnd),
    valueSpan: originalSpan(piece, valueStart, text.length),
  }
}

/** `user_id{user_id}` and `user_id:{user_id}`. */
function isGlued(text: string, name: string): boolean {
  return text.startsWith(name) && /^:?[{[%]./.test(text.slice(name.length))
}
