import { findingsWords } from '../../words/of/findings.ts'
import type { Piece } from '../query.ts'
import { quoteList } from './quote.ts'
import { finding, type Rule } from './rule.ts'

const textOf = ({ name }: Piece): string => name.text

export const templateNameLeft: Rule = {
  codes: ['template-name-left'],
  find({ names: { template } }, found) {
    const first = template[0]
    if (!first) return
    const detail = findingsWords().details.templateNameLeft(quoteList(template.map(textOf)), template.length)
    const evidence = template.map(({ name }) => name.span)
    found.push(finding('template-name-left', detail, { param: first.name.text, evidence }))
  },
}

export const htmlAmpersand: Rule = {
  codes: ['html-ampersand'],
  find({ names: { ampersand } }, found) {
    const first = ampersand[0]
    if (!first) return
    const detail = findingsWords().details.htmlAmpersand(quoteList(ampersand.map(textOf)), ampersand.length)
    const evidence = ampersand.map(({ name }) => name.span)
    found.push(finding('html-ampersand', detail, { param: first.name.text, evidence }))
  },
}
