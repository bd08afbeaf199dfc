import type { ConformanceRun } from '../../core/conformance/run.ts'
import { countVerdicts, reasonsOf, verdictOf } from '../../core/conformance/verdicts.ts'
import { terminalText } from '../../core/visible.ts'

/** The run as a JSON report: each scenario with its verdict, answers included, and its reasons. */
export function conformanceReportValue(run: ConformanceRun) {
  return {
    report: 'adjump-inspector-conformance/1',
    ...run,
    startedAt: isoTime(run.startedAt),
    endedAt: run.endedAt === null ? null : isoTime(run.endedAt),
    counts: countVerdicts(run.results),
    results: run.results.map((result) => ({
      ...{ verdict: verdictOf(result), reasons: reasonsOf(result) },
      ...result,
      startedAt: isoTime(result.startedAt),
    })),
  }
}

/** The same as text, indented. */
export function conformanceJson(run: ConformanceRun): string {
  return `${terminalText(JSON.stringify(conformanceReportValue(run), null, 2))}\n`
}

function isoTime(at: number): string {
  return new Date(at).toISOString()
}
