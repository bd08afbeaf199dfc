import { findingsWords } from '../../words/of/findings.ts'
import type { Span } from '../postback.ts'
import { type Piece, type Token } from '../query.ts'
import { readTraits } from '../value-traits.ts'
import { quote } from './quote.ts'
import { finding, type Rule, type RuleContext } from './rule.ts'

/** In a value that is not mapped, only a whole swallowed parameter counts: `…¤cy=`. */
const ENTITY_AND_NAME = /[¤¶§©®×¬][\w.-]+=/

/** `&currency` pasted through HTML becomes `¤cy`: the `&` and the entity's letters are one sign. */
export const htmlEntityInValue: Rule = {
  codes: ['html-entity-in-value'],
  find(context, found) {
    const evidence: Span[] = []
    let first: { name: string; value: string } | null = null
    const note = (name: string, value: string, spans: readonly Span[]): void => {
      if (spans.length === 0) return
      first ??= { name, value }
      evidence.push(...spans)
    }
    for (const { param, text, traits } of context.fields) note(param, text ?? '', traits.entity)
    for (const { name, value } of unmapped(context)) note(name, value.text, readTraits(value).entity)
    if (first === null) return
    const { name, value }: { name: string; value: string } = first
    evidence.sort((a, b) => a.start - b.start)
    const detail = findingsWords().details.htmlEntityInValue(quote(name), quote(value))
    found.push(finding('html-entity-in-value', detail, { param: name, evidence }))
  },
}

function unmapped({ names: { extra } }: RuleContext): readonly { name: string; value: Token }[] {
  return extra.flatMap(({ name, value }: Piece) =>
    value && ENTITY_AND_NAME.test(value.text) ? [{ name: name.text, value }] : [],
  )
}
