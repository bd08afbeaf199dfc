import { describe, expect, it } from 'vitest'
import { helpTextParts, plainHelpText } from '../../../../src/core/help/help-text.ts'

describe('help text', () => {
  it('is cut at code and at words on the screen', () => {
    expect(helpTextParts('Press **Copy URL**, then send `a=1`.')).toEqual([
      { kind: 'prose', text: 'Press ' },
      { kind: 'screen', text: 'Copy URL' },
      { kind: 'prose', text: ', then send ' },
      { kind: 'code', text: 'a=1' },
      { kind: 'prose', text: '.' },
    ])
  })

  it('keeps every character of code as it is', () => {
    expect(helpTextParts('`*|{x}|*`')).toEqual([{ kind: 'code', text: '*|{x}|*' }])
    expect(helpTextParts('5 * 3 ` 2')).toEqual([{ kind: 'prose', text: '5 * 3 ` 2' }])
  })

  it('has quotes in place of both where there is only text', () => {
    expect(plainHelpText('Press **Arm** for `u_1`.')).toBe('Press “Arm” for “u_1”.')
    expect(plainHelpText('')).toBe('')
  })
})
