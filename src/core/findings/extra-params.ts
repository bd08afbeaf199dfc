import { findingsWords } from '../../words/of/findings.ts'
import { quoteList } from './quote.ts'
import { finding, type Rule } from './rule.ts'

export const extraParams: Rule = {
  codes: ['extra-params'],
  find({ names: { extra } }, found) {
    const first = extra[0]
    if (!first) return
    const distinct = [...new Set(extra.map(({ name }) => name.text))]
    const detail = findingsWords().details.extraParams(quoteList(distinct), distinct.length)
    const param = distinct.length === 1 ? first.name.text : null
    found.push(finding('extra-params', detail, { param, evidence: extra.map(({ name }) => name.span) }))
  },
}
