import { dashboardUrlWords } from '../words/of/dashboard-url.ts'
import { buildDashboardUrl, type DashboardUrlEndpoint } from './dashboard-url.ts'
import { checkAddress, readAddress } from './dashboard-url-address.ts'
import { checkParameters } from './dashboard-url-params.ts'
import { undoPasting } from './dashboard-url-paste.ts'
import { checkPathAndQuestionMark } from './dashboard-url-path.ts'
import type { DashboardUrlProblem, ReportProblem } from './dashboard-url-problem.ts'
import { readTypedPieces } from './dashboard-url-query.ts'
import { originalSpan, type PastedText, pastedText, slicePasted } from './pasted-text.ts'
import { effectivePath, findLostPath, lostPathSentence } from './secret-path.ts'

/** What the dashboard's URL is compared with. Without a public URL, host and port are only checked for sense. */
export interface ExpectedDashboardUrl {
  readonly publicUrl: string | null
  readonly endpoint: DashboardUrlEndpoint
}

/** No URL that the builder makes is longer; more than that is not one URL. */
const LONGEST = 4000

/**
 * Takes the URL as it stands in the dashboard and says what differs from the one that belongs there, in the order
 * of the text. One problem a cause: what is recognised as a slip is read as it was meant from there on. An
 * unchanged URL, or one that differs only in ways that do not matter (order, an extra parameter, the host's case),
 * has none. Any text goes in; never throws. It is read by hand, for WHATWG's URL mends in silence what is asked.
 */
export function checkDashboardUrl(text: string, expected: ExpectedDashboardUrl): readonly DashboardUrlProblem[] {
  const problems: DashboardUrlProblem[] = []
  const report: ReportProblem = (code, span, { message, fix }) => {
    problems.push({ code, message, fix, span })
  }
  if (text.length > LONGEST) {
    const span = { start: LONGEST, end: text.length }
    report('too-long', span, dashboardUrlWords().problems.tooLong)
    return problems
  }
  check(text, expected, report)
  return problems.sort((a, b) => a.span.start - b.span.start)
}

/** What a path is compared with has no need of the rest of a mapping. */
const NO_MAPPING = { id: '', extraFields: [], duplicateWindowMinutes: 0 }

function check(text: string, { publicUrl, endpoint }: ExpectedDashboardUrl, report: ReportProblem): void {
  const w = dashboardUrlWords().problems
  if (/^[\s\p{Control}\p{Format}]*$/u.test(text)) {
    report('empty', { start: 0, end: text.length }, w.empty)
    return
  }
  // Names and paths may hold what elsewhere is a slip; what was built here is right.
  if (publicUrl !== null && text === buildDashboardUrl(publicUrl, endpoint)) return
  const pasted = undoPasting(pastedText(text), endpoint, report)
  const address = publicUrl === null ? null : readAddress(publicUrl)
  if (/^\?|^[^/?#.:]*=/.test(pasted.text)) {
    report('host-missing', originalSpan(pasted, 0, 1), w.onlyParameters(publicUrl, effectivePath(endpoint)))
    const query = slicePasted(pasted, pasted.text.startsWith('?') ? 1 : 0)
    checkQuery(query, endpoint, report)
    return
  }
  const afterHost = checkAddress(pasted, address, report)
  if (afterHost === null) return
  const base = address?.path ?? ''
  const query = checkPathAndQuestionMark(afterHost, `${base}${effectivePath(endpoint)}`, report, (path) => {
    const lost = path.startsWith(base) ? findLostPath(path.slice(base.length), [{ ...NO_MAPPING, ...endpoint }]) : null
    return lost === null ? null : lostPathSentence(lost)
  })
  if (query !== null) checkQuery(query, endpoint, report)
}

function checkQuery(query: PastedText, endpoint: DashboardUrlEndpoint, report: ReportProblem): void {
  const end = originalSpan(query, query.text.length, query.text.length)
  checkParameters(readTypedPieces(query, endpoint, report), endpoint, end, report)
}
