import { describe, expect, it } from 'vitest'
import { FINDING_CODES } from '../../../../src/core/findings/codes.ts'
import { findingText } from '../../../../src/core/findings/texts.ts'

describe('what is said about a finding', () => {
  it.each(FINDING_CODES)('is one plain sentence for what is wrong and one for what to do: %s', (code) => {
    for (const sentence of Object.values(findingText(code))) {
      expect(sentence).toMatch(/^[A-Z“].+\.$/)
      expect(sentence).not.toMatch(/[a-z]{2}\. [A-Z]|!|\bplease\b|undefined|["`']/i)
      expect(sentence.length).toBeLessThan(160)
    }
  })

  it('never repeats itself, so that two findings never read alike', () => {
    const sentences = FINDING_CODES.map((code) => findingText(code).wrong)
    expect(new Set(sentences).size).toBe(sentences.length)
  })

  it('promises no transaction id, signature or retry, and calls a duplicate possible at most', () => {
    const all = FINDING_CODES.flatMap((code) => Object.values(findingText(code))).join('\n')
    expect(all).not.toMatch(/(?<!possible )duplicate/i)
    expect(all).not.toMatch(/signature|will retry|retries/i)
    expect(findingText('possible-duplicate').fix).toContain('documents no transaction id')
  })
})
