import { describe, expect, it } from 'vitest'
import { FINDING_CODES } from '../../../src/core/findings/codes.ts'
import { quote, quoteList } from '../../../src/core/findings/quote.ts'
import { findingText } from '../../../src/core/findings/texts.ts'
import { learn } from '../../../src/words/learn.ts'
import type { Spoken } from '../../../src/words/locale.ts'
import { speaking } from '../../../src/words/locale.ts'
import { readingOf } from '../../support/builders.ts'

await learn('de')

const GERMAN: Spoken = { language: 'de', locale: 'de-DE' }

describe('what is said about a finding in German', () => {
  it.each(FINDING_CODES)('is one plain sentence for what is wrong and one for what to do: %s', (code) => {
    const english = findingText(code)
    const { wrong, fix } = speaking(GERMAN, () => findingText(code))
    expect([wrong, fix]).not.toContain(english.wrong)
    for (const sentence of [wrong, fix]) {
      expect(sentence).toMatch(/^[A-ZÄÖÜ].+\.$/)
      expect(sentence).not.toMatch(/[a-zäöüß]{2}\. [A-Z]|!|\bbitte\b|undefined|["`'”’]/i)
      expect(sentence.length).toBeLessThan(160)
    }
  })

  it('quotes as German does', () => {
    speaking(GERMAN, () => {
      expect(quote('a')).toBe('„a“')
      expect(quote('x'.repeat(100))).toBe(`„${'x'.repeat(79)}…“`)
      expect(quoteList(['a', 'b'])).toBe('„a“ und „b“')
      expect(quoteList(['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toBe('„a“, „b“, „c“, „d“, „e“ und 2 weitere')
    })
  })

  it('is told where the request is read in German, and in English where it is not', () => {
    const details = () => readingOf('/hitpoint?user_id=007').findings.map(({ detail }) => detail)
    expect(speaking(GERMAN, details)).toEqual([
      'Kein Parameter namens „reward_amount“ ist eingetroffen.',
      'Die Nutzer-ID „007“ beginnt mit Nullen.',
    ])
    expect(details()).toEqual(['No parameter named “reward_amount” arrived.', 'The user id “007” begins with zeros.'])
  })
})
