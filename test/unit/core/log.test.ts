import { describe, expect, test } from 'vitest'
import { bugEntry, withoutValues } from '../../../src/core/log.ts'

describe('the log without values', () => {
  test.each([
    ['The page said “<b>secret</b>” and closed.', 'The page said “…” and closed.'],
    ['Unexpected token "sec ret", ... is not valid', 'Unexpected token "…", ... is not valid'],
    ['Die Seite „<b>secret</b>“ und “another” sind zu.', 'Die Seite “…” und “…” sind zu.'],
    ["near 'secret': syntax error", "near '…': syntax error"],
    ['the name `secret` and “another', 'the name `…` and “…”'],
    ["The tunnel’s server and the machine's clock agree.", "The tunnel’s server and the machine's clock agree."],
  ])('%s', (text, expected) => {
    expect(withoutValues(text)).toBe(expected)
  })

  test('a bug is told by name, message and place, and its message quotes nothing', () => {
    const error = new SyntaxError('Unexpected token \'<\', "<secret>" is not valid JSON')
    const { sentence, detail } = bugEntry(error)
    expect(sentence).toBe('Unexpected: SyntaxError: Unexpected token \'…\', "…" is not valid JSON')
    expect(detail?.[0]).toMatch(/^at .*log\.test\.ts/)
    expect(JSON.stringify(detail)).not.toContain('secret')
  })

  test('what is thrown without being an error is told too', () => {
    expect(bugEntry('just "secret" text').sentence).toBe('Unexpected: just "…" text')
  })
})
