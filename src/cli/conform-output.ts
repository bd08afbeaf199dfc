import type { ConformanceRun, ConformanceVerdict, ScenarioResult } from '../core/conformance/run.ts'
import { countVerdicts, reasonsOf, verdictOf } from '../core/conformance/verdicts.ts'
import { type Output, printable } from './output.ts'

/** What `conform` says while it runs. */
export interface ConformReporter {
  started(run: ConformanceRun): void
  judged(result: ScenarioResult): void
  ended(run: ConformanceRun): void
}

const WORDS: Record<ConformanceVerdict, string> = { pass: 'pass', warning: 'WARN', fail: 'FAIL', ask: 'open' }

/** For people: a line for each scenario, the reasons under what is not well, the questions, and a summary. */
export function textConformReporter(output: Output): ConformReporter {
  return {
    started(run) {
      output.line(`Checking ${printable(run.url)} with users ${printable(run.knownUser ?? `${run.prefix}-…`)}`)
    },
    judged(result) {
      const verdict = verdictOf(result)
      const [status, ms] = [statusesOf(result), `${String(Math.round(result.durationMs))} ms`]
      output.line(`${WORDS[verdict]}  ${result.title}  (${status}, ${ms})`)
      if (verdict === 'fail' || verdict === 'warning') {
        for (const reason of reasonsOf(result)) output.line(`      ${printable(reason)}`)
        output.line(`      Expected: ${printable(expectedOf(result))}`)
      }
      if (verdict === 'ask') for (const { text } of result.questions) output.line(`      ${printable(text)}`)
    },
    ended(run) {
      const { pass, warning, fail, ask } = countVerdicts(run.results)
      const parts = [`${String(pass)} passed`, `${String(warning)} with warnings`, `${String(fail)} failed`]
      const open = ask === 0 ? '' : `, ${String(ask)} open: look into your database, or give --balance-url`
      if (run.state !== 'unreachable') output.line(`${parts.join(', ')}${open}`)
    },
  }
}

/** For programs: one object a line; `conformance.ended` is the last. */
export function jsonConformReporter(output: Output): ConformReporter {
  const print = (event: Record<string, unknown>): void => output.line(JSON.stringify(event))
  return {
    started: ({ id, url, prefix, total }) => print({ event: 'conformance.started', run: id, url, prefix, total }),
    judged: (result) =>
      print({ event: 'scenario.judged', verdict: verdictOf(result), reasons: reasonsOf(result), ...result }),
    ended: (run) =>
      print({
        event: 'conformance.ended',
        ...{ run: run.id, state: run.state, why: run.why, total: run.total, counts: countVerdicts(run.results) },
      }),
  }
}

function statusesOf({ exchanges }: ScenarioResult): string {
  const statuses = exchanges.flatMap(({ replies }) =>
    replies.map(({ status }) => (status === null ? 'no reply' : String(status))),
  )
  return [...new Set(statuses)].join('/')
}

function expectedOf(result: ScenarioResult): string {
  const verdict = verdictOf(result)
  return [...new Set(result.checks.filter((check) => check.verdict === verdict).map(({ expected }) => expected))].join(
    ' ',
  )
}
