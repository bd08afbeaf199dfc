import type { Finding } from '../postback.ts'
import type { FindingCode } from './codes.ts'
import { quote } from './quote.ts'
import { finding, type Rule, type RuleContext } from './rule.ts'

/** `&` and `=` arrived percent-encoded, so that one value holds several parameters. */
export const separatorsEncoded: Rule = {
  codes: ['separators-encoded'],
  find(context, found) {
    report('separators-encoded', 'behind an encoded separator', context, found)
  },
}

/** `;` between parameters is an old habit that hardly any server reads. */
export const semicolonSeparator: Rule = {
  codes: ['semicolon-separator'],
  find(context, found) {
    report('semicolon-separator', 'behind a “;”', context, found)
  },
}

function report(code: FindingCode, how: string, { swallowed }: RuleContext, found: Finding[]): void {
  const swallowing = swallowed.filter((one) => one.code === code)
  const first = swallowing[0]
  if (!first) return
  found.push(
    finding(code, `${quote(first.piece.raw.text)} holds ${quote(first.name)} ${how}.`, {
      param: first.piece.name.text,
      evidence: swallowing.map(({ evidence }) => evidence),
    }),
  )
}
