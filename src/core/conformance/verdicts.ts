import type { ConformanceRun, ConformanceRunHead, ConformanceVerdict, Question, ScenarioResult } from './run.ts'

/** The option that was chosen; null while the question is open. */
export function answerOf(question: Question): Question['options'][number] | null {
  return question.options.find(({ value }) => value === question.answer) ?? null
}

/** What a scenario comes to, answers included: a failure outweighs an open question, that a warning. */
export function verdictOf(result: Pick<ScenarioResult, 'checks' | 'questions'>): ConformanceVerdict {
  const answers = result.questions.map(answerOf)
  const verdicts = [...result.checks, ...answers].map((found) => found?.verdict ?? 'ask')
  if (verdicts.includes('fail')) return 'fail'
  if (verdicts.includes('ask')) return 'ask'
  return verdicts.includes('warning') ? 'warning' : 'pass'
}

/** The reason for the verdict: the sentences of what is worst, else of all that is well. */
export function reasonsOf(result: Pick<ScenarioResult, 'checks' | 'questions'>): readonly string[] {
  const found = [
    ...result.checks,
    ...result.questions.flatMap((question) => {
      const answer = answerOf(question)
      return answer === null ? [] : [answer]
    }),
  ]
  for (const verdict of ['fail', 'warning'] as const) {
    const worst = found.filter((one) => one.verdict === verdict)
    if (worst.length > 0) return worst.map(({ sentence }) => sentence)
  }
  return found.map(({ sentence }) => sentence)
}

/** How many scenarios came to what. */
export function countVerdicts(results: readonly ScenarioResult[]): ConformanceRunHead['counts'] {
  const counts = { pass: 0, warning: 0, fail: 0, ask: 0 }
  for (const result of results) counts[verdictOf(result)] += 1
  return counts
}

export function headOf(run: ConformanceRun): ConformanceRunHead {
  const { id, state, startedAt, url, total } = run
  return { id, state, startedAt, url, total, counts: countVerdicts(run.results) }
}

/** The run with an answer, or null where there is no such question or option. An answer of null takes it back. */
export function withAnswer(
  run: ConformanceRun,
  answer: { readonly scenarioId: string; readonly questionId: string; readonly value: string | null },
): ConformanceRun | null {
  let found = false
  const results = run.results.map((result) => {
    if (result.scenarioId !== answer.scenarioId) return result
    const questions = result.questions.map((question) => {
      const known = answer.value === null || question.options.some(({ value }) => value === answer.value)
      if (question.id !== answer.questionId || !known) return question
      found = true
      return { ...question, answer: answer.value }
    })
    return { ...result, questions }
  })
  return found ? { ...run, results } : null
}
