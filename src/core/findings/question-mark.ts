import { findingsWords } from '../../words/of/findings.ts'
import { effectivePath } from '../secret-path.ts'
import { quote } from './quote.ts'
import { finding, type Rule } from './rule.ts'

/** The `?` between path and query is missing or encoded, so that the query is part of the path. */
export const questionMarkBeforeQuery: Rule = {
  codes: ['question-mark-missing', 'question-mark-encoded'],
  find({ match, target }, found) {
    const gap = match?.gap
    if (!match || !gap) return
    const { questionMarkEncoded, questionMarkMissing } = findingsWords().details
    const describe = gap.code === 'question-mark-encoded' ? questionMarkEncoded : questionMarkMissing
    const stands = target.raw.slice(gap.span.start, gap.span.end)
    const detail = describe(quote(effectivePath(match.endpoint)), quote(stands))
    found.push(finding(gap.code, detail, { evidence: [gap.span] }))
  },
}

/** A second `?` separates nothing: what follows it belongs to a name or value. */
export const questionMarkRepeated: Rule = {
  codes: ['question-mark-repeated'],
  find({ swallowed }, found) {
    const repeated = swallowed.filter(({ code }) => code === 'question-mark-repeated')
    const first = repeated[0]
    if (!first) return
    found.push(
      finding('question-mark-repeated', findingsWords().details.questionMarkRepeated(quote(first.piece.raw.text)), {
        param: first.piece.name.text,
        evidence: repeated.map(({ evidence }) => evidence),
      }),
    )
  },
}
