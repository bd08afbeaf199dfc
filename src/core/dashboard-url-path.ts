import { dashboardUrlWords } from '../words/of/dashboard-url.ts'
import { type ReportProblem, shown } from './dashboard-url-problem.ts'
import { originalSpan, type PastedText, replacePasted, slicePasted } from './pasted-text.ts'

/**
 * Splits what follows the host into path and query, checks the path and how the two are joined. Gives back the
 * query as it was meant, or null where there is none.
 */
export function checkPathAndQuestionMark(
  pasted: PastedText,
  expectedPath: string,
  report: ReportProblem,
  /** What is known of a path that is another, as a sentence. */
  explain: (path: string) => string | null = () => null,
): PastedText | null {
  const w = dashboardUrlWords().problems
  if (/^\/?\??$/.test(pasted.text) && expectedPath !== '/') {
    const span = originalSpan(pasted, 0, pasted.text.length)
    report('query-missing', span, w.endsAfterHost(expectedPath))
    return null
  }
  const joined = withoutFragment(pasted, report)
  const { path, query } = splitAtQuestionMark(joined, expectedPath, report)
  checkPath(path, expectedPath, report, explain)
  if (query !== null && !/^[?&]*$/.test(query.text)) return query
  const span = originalSpan(joined, joined.text.length, joined.text.length)
  report('query-missing', span, w.endsAfterPath)
  return null
}

/** A “#” hides everything behind it from the server; what stands there is read as if it were not for the “#”. */
function withoutFragment(pasted: PastedText, report: ReportProblem): PastedText {
  // In “=#{user_id}” it begins a macro of another dialect.
  const at = pasted.text.search(/(?<!=)#|#(?!\{)/)
  if (at === -1) return pasted
  report('fragment', originalSpan(pasted, at, at + 1), dashboardUrlWords().problems.fragment)
  const tail = pasted.text.slice(at + 1)
  if (!tail.includes('=')) return slicePasted(pasted, 0, at)
  const question = pasted.text.indexOf('?')
  if (question !== -1 && question < at) return replacePasted(pasted, /(?<!=)#|#(?!\{)/g, () => '&').pasted
  return replacePasted(pasted, /\/?#!?\/|#!?\??/g, ([match]) => (match.endsWith('/') ? '/' : '?')).pasted
}

function splitAtQuestionMark(
  pasted: PastedText,
  expectedPath: string,
  report: ReportProblem,
): { readonly path: PastedText; readonly query: PastedText | null } {
  const { text } = pasted
  const w = dashboardUrlWords().problems
  const split = (pathEnd: number, queryStart: number): { path: PastedText; query: PastedText } => ({
    path: slicePasted(pasted, 0, pathEnd),
    query: slicePasted(pasted, queryStart),
  })
  const question = text.indexOf('?')
  const equals = text.indexOf('=')
  if (text.startsWith(`${expectedPath}?`)) return split(expectedPath.length, expectedPath.length + 1)
  if (question !== -1 && (equals === -1 || question < equals)) return split(question, question + 1)
  const encoded = /%(?:25)*3f/i.exec(text)
  if (encoded && (question === -1 || encoded.index < question)) {
    const end = encoded.index + encoded[0].length
    report('question-mark-encoded', originalSpan(pasted, encoded.index, end), w.questionMarkEncoded)
    return split(encoded.index, end)
  }
  if (equals === -1) return { path: pasted, query: null }
  const { pathEnd, queryStart } = guessQuery(text, equals, expectedPath)
  report(
    'question-mark-missing',
    originalSpan(pasted, pathEnd, Math.max(queryStart, pathEnd + 1)),
    w.questionMarkMissing,
  )
  return split(pathEnd, queryStart)
}

/** Where the first name starts although no “?” says so. */
function guessQuery(
  text: string,
  equals: number,
  expectedPath: string,
): { readonly pathEnd: number; readonly queryStart: number } {
  if (/^[^/&;]/.test(text)) return { pathEnd: 0, queryStart: 0 }
  const glued = text.startsWith(expectedPath) && expectedPath !== '/' ? expectedPath.length : -1
  if (glued !== -1 && /^[^/&;]+$/.test(text.slice(glued, equals))) return { pathEnd: glued, queryStart: glued }
  const head = text.slice(0, equals)
  const before = Math.max(head.lastIndexOf('/'), head.lastIndexOf('&'), head.lastIndexOf(';'))
  return before === -1 ? { pathEnd: 0, queryStart: 0 } : { pathEnd: before, queryStart: before + 1 }
}

function checkPath(
  path: PastedText,
  expected: string,
  report: ReportProblem,
  explain: (path: string) => string | null,
): void {
  const received = path.text
  // Without its path the URL may still be only a query, which has been said already.
  if (received === expected) return
  const span = originalSpan(path, 0, received.length)
  const w = dashboardUrlWords().problems
  const fix = w.pathFix(shown(expected))
  const squeeze = (text: string): string => text.replace(/\/{2,}/g, '/')
  const trim = (text: string): string => text.replace(/\/+$/, '')
  if (received === '' || received === '/') {
    report('path-missing', span, { message: w.pathMissing(shown(expected)), fix })
  } else if (trim(received) === trim(expected)) {
    const message = received.endsWith('/') ? w.pathSlashAtEnd : w.pathSlashLost
    report('path-trailing-slash', span, { message, fix })
  } else if (squeeze(received) === squeeze(expected)) {
    report('path-doubled-slash', span, { message: w.pathSlashTwice, fix })
  } else if (received.toLowerCase() === expected.toLowerCase()) {
    report('path-case', span, { message: w.pathCase(shown(received), shown(expected)), fix })
  } else {
    const message = explain(received) ?? w.pathDiffers(shown(received), shown(expected))
    report('path-differs', span, { message, fix })
  }
}
