import type { Finding, Verdict } from './postback.ts'

/** `fail` where a finding is an error, `warn` where one is a warning, else `pass`. */
export function verdictOf(findings: readonly Pick<Finding, 'severity'>[]): Verdict {
  let verdict: Verdict = 'pass'
  for (const { severity } of findings) {
    if (severity === 'error') return 'fail'
    if (severity === 'warning') verdict = 'warn'
  }
  return verdict
}
