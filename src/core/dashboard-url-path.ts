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
  if (/^\/?\??$/.test(pasted.text) && expectedPath !== '/') {
    const span = originalSpan(pasted, 0, pasted.text.length)
    report('query-missing', span, 'The URL ends after the host.', `Add ${expectedPath} and the two parameters.`)
    return null
  }
  const joined = withoutFragment(pasted, report)
  const { path, query } = splitAtQuestionMark(joined, expectedPath, report)
  checkPath(path, expectedPath, report, explain)
  if (query !== null && !/^[?&]*$/.test(query.text)) return query
  const span = originalSpan(joined, joined.text.length, joined.text.length)
  report('query-missing', span, 'The URL ends after the path.', 'Add “?” and the two parameters with their macros.')
  return null
}

/** A “#” hides everything behind it from the server; what stands there is read as if it were not for the “#”. */
function withoutFragment(pasted: PastedText, report: ReportProblem): PastedText {
  // In “=#{user_id}” it begins a macro of another dialect.
  const at = pasted.text.search(/(?<!=)#|#(?!\{)/)
  if (at === -1) return pasted
  report(
    'fragment',
    originalSpan(pasted, at, at + 1),
    'There is a “#” in the URL; nothing from there on is ever sent.',
    'Remove it, or write %23 where it belongs to a name.',
  )
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
    report(
      'question-mark-encoded',
      originalSpan(pasted, encoded.index, end),
      'The “?” after the path is percent-encoded, so the parameters became part of the path.',
      'Write a bare “?” after the path.',
    )
    return split(encoded.index, end)
  }
  if (equals === -1) return { path: pasted, query: null }
  const { pathEnd, queryStart } = guessQuery(text, equals, expectedPath)
  report(
    'question-mark-missing',
    originalSpan(pasted, pathEnd, Math.max(queryStart, pathEnd + 1)),
    'There is no “?” between the path and the parameters.',
    'Write “?” after the path, and “&” only between the parameters.',
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
  const fix = `Write ${shown(expected)} as the path.`
  const squeeze = (text: string): string => text.replace(/\/{2,}/g, '/')
  const trim = (text: string): string => text.replace(/\/+$/, '')
  if (received === '' || received === '/') {
    report('path-missing', span, `The path ${shown(expected)} is missing.`, fix)
  } else if (trim(received) === trim(expected)) {
    const says = received.endsWith('/') ? 'ends with a slash' : 'has lost its last slash'
    report('path-trailing-slash', span, `The path ${says}, unlike the endpoint’s.`, fix)
  } else if (squeeze(received) === squeeze(expected)) {
    report('path-doubled-slash', span, 'The path has a slash twice in a row.', fix)
  } else if (received.toLowerCase() === expected.toLowerCase()) {
    const message = `The path ${shown(received)} differs from ${shown(expected)} in upper and lower case.`
    report('path-case', span, message, fix)
  } else {
    const explained = explain(received)
    if (explained !== null) report('path-differs', span, explained, fix)
    else report('path-differs', span, `The path is ${shown(received)}, but the endpoint’s is ${shown(expected)}.`, fix)
  }
}
