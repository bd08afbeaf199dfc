import { findingsWords } from '../../words/of/findings.ts'
import { quote } from './quote.ts'
import { finding, type Rule } from './rule.ts'

/** The two documented names must occur, with a value. Extra fields are optional: nobody documents them. */
export const paramMissing: Rule = {
  codes: ['param-missing', 'param-empty'],
  find({ user, amount }, found) {
    for (const { field, param, state, occurrences, value } of [user, amount]) {
      if (state === 'missing') {
        found.push(finding('param-missing', findingsWords().details.parameterMissing(quote(param)), { field }))
      } else if (state === 'empty') {
        const { parameterBare, parameterEmpty } = findingsWords().details
        const detail = (value === null ? parameterBare : parameterEmpty)(quote(param))
        const evidence = occurrences.slice(0, 1).map(({ raw }) => raw.span)
        found.push(finding('param-empty', detail, { field, param, evidence }))
      }
    }
  },
}
