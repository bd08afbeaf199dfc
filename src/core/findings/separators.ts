import { findingsWords } from '../../words/of/findings.ts'
import type { Finding } from '../postback.ts'
import { quote } from './quote.ts'
import { finding, type Rule, type RuleContext } from './rule.ts'

/** `&` and `=` arrived percent-encoded, so that one value holds several parameters. */
export const separatorsEncoded: Rule = {
  codes: ['separators-encoded'],
  find(context, found) {
    report('separators-encoded', context, found)
  },
}

/** `;` between parameters is an old habit that hardly any server reads. */
export const semicolonSeparator: Rule = {
  codes: ['semicolon-separator'],
  find(context, found) {
    report('semicolon-separator', context, found)
  },
}

function report(
  code: 'separators-encoded' | 'semicolon-separator',
  { swallowed }: RuleContext,
  found: Finding[],
): void {
  const swallowing = swallowed.filter((one) => one.code === code)
  const first = swallowing[0]
  if (!first) return
  const { separatorsEncoded, semicolonSeparator } = findingsWords().details
  const describe = code === 'separators-encoded' ? separatorsEncoded : semicolonSeparator
  found.push(
    finding(code, describe(quote(first.piece.raw.text), quote(first.name)), {
      param: first.piece.name.text,
      evidence: swallowing.map(({ evidence }) => evidence),
    }),
  )
}
