import { findingsWords } from '../../words/of/findings.ts'
import { quote, quoteList } from './quote.ts'
import { finding, type Rule } from './rule.ts'

export const repeatedParam: Rule = {
  codes: ['repeated-param'],
  find({ fields }, found) {
    for (const { field, param, occurrences } of fields) {
      if (occurrences.length < 2) continue
      const values = quoteList(occurrences.map(({ value }) => value?.text ?? ''))
      const detail = findingsWords().details.repeatedParam(quote(param), occurrences.length, values)
      found.push(finding('repeated-param', detail, { field, param, evidence: occurrences.map(({ raw }) => raw.span) }))
    }
  },
}
