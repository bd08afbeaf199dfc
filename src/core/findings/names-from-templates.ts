import type { Piece } from '../query.ts'
import { quoteList } from './quote.ts'
import { finding, type Rule } from './rule.ts'

const textOf = ({ name }: Piece): string => name.text

export const templateNameLeft: Rule = {
  codes: ['template-name-left'],
  find({ names: { template } }, found) {
    const first = template[0]
    if (!first) return
    const verb = template.length === 1 ? 'is a name' : 'are names'
    const detail = `${quoteList(template.map(textOf))} ${verb} from a template, not your own.`
    const evidence = template.map(({ name }) => name.span)
    found.push(finding('template-name-left', detail, { param: first.name.text, evidence }))
  },
}

export const htmlAmpersand: Rule = {
  codes: ['html-ampersand'],
  find({ names: { ampersand } }, found) {
    const first = ampersand[0]
    if (!first) return
    const verb = ampersand.length === 1 ? 'arrived as a name' : 'arrived as names'
    const detail = `${quoteList(ampersand.map(textOf))} ${verb}: “&amp;” stood where “&” belongs.`
    const evidence = ampersand.map(({ name }) => name.span)
    found.push(finding('html-ampersand', detail, { param: first.name.text, evidence }))
  },
}
