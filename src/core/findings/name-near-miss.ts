import { findingsWords } from '../../words/of/findings.ts'
import { quote } from './quote.ts'
import { finding, type Rule } from './rule.ts'

export const nameNearMiss: Rule = {
  codes: ['name-near-miss'],
  find({ names: { nearMisses } }, found) {
    for (const { field, piece, likeness } of nearMisses) {
      const { text, span } = piece.name
      const detail = findingsWords().details.nameNearMiss[likeness](quote(field.param), quote(text))
      found.push(finding('name-near-miss', detail, { field: field.field, param: text, evidence: [span] }))
    }
  },
}
