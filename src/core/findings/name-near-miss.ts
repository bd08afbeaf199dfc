import type { Likeness } from '../near-miss.ts'
import { quote } from './quote.ts'
import { finding, type Rule } from './rule.ts'

const HOW: Readonly<Record<Likeness, string>> = {
  'written-alike': 'is the same name written differently',
  separators: 'is the same name written differently',
  alias: 'is a usual name for it',
  'one-edit': 'differs in one character',
  'two-edits': 'differs in two characters',
}

export const nameNearMiss: Rule = {
  codes: ['name-near-miss'],
  find({ names: { nearMisses } }, found) {
    for (const { field, piece, likeness } of nearMisses) {
      const { text, span } = piece.name
      const detail = `${quote(field.param)} did not arrive, but ${quote(text)} did, which ${HOW[likeness]}.`
      found.push(finding('name-near-miss', detail, { field: field.field, param: text, evidence: [span] }))
    }
  },
}
