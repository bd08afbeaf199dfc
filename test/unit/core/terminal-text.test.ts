import { describe, expect, it } from 'vitest'
import { terminalText } from '../../../src/core/visible.ts'
import { HOSTILE_STRINGS } from '../../fixtures/hostile-strings.ts'

const OBEYED = /(?![\n\u200d])[\p{Control}\p{Format}\p{Line_Separator}\p{Paragraph_Separator}\p{Surrogate}]/u

describe('text for a terminal', () => {
  it.each(Object.entries(HOSTILE_STRINGS))('leaves nothing of %s that a terminal obeys', (_name, text) => {
    expect(terminalText(text)).not.toMatch(OBEYED)
  })

  it.each(Object.entries(HOSTILE_STRINGS))('leaves %s the same within JSON', (_name, text) => {
    const json = terminalText(JSON.stringify({ [text]: text }))
    expect(json).not.toMatch(OBEYED)
    expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify({ [text]: text })))
  })

  it('writes an escape for each UTF-16 unit, and leaves line feeds', () => {
    expect(terminalText('a\n\u001b[2J\u{e0041}\ud800\u202e')).toBe('a\n\\u001b[2J\\udb40\\udc41\\ud800\\u202e')
  })
})
