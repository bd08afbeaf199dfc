import { describe, expect, it } from 'vitest'
import { describeCombo, isPress, type Press, parseCombo } from '../../../../src/renderer/lib/key-combo.ts'

interface Pressed {
  key: string
  ctrlKey?: boolean
  shiftKey?: boolean
  altKey?: boolean
  metaKey?: boolean
}

/** Only what a press is told by stands in this event. */
const pressed = (keys: Pressed): KeyboardEvent =>
  ({ ctrlKey: false, shiftKey: false, altKey: false, metaKey: false, ...keys }) as KeyboardEvent

const only = (combo: string): Press => {
  const [press] = parseCombo(combo)
  if (!press) throw new Error(combo)
  return press
}

describe('a key combination', () => {
  it.each([
    ['mod+k', { key: 'k', ctrlKey: true }, true],
    ['mod+k', { key: 'k' }, false],
    ['k', { key: 'k', ctrlKey: true }, false],
    ['k', { key: 'k', metaKey: true }, false],
    ['k', { key: 'K', shiftKey: true }, false],
    ['shift+d', { key: 'D', shiftKey: true }, true],
    ['?', { key: '?', shiftKey: true }, true],
    ['?', { key: '?' }, true],
    ['/', { key: '?', shiftKey: true }, false],
    ['escape', { key: 'Escape' }, true],
  ] satisfies [string, Pressed, boolean][])('%s is %j: %s', (combo, keys, expected) => {
    expect(isPress(pressed(keys), only(combo))).toBe(expected)
  })

  it('reads a sequence press by press, and shows it as on the keys', () => {
    expect(parseCombo('g p').map((press) => press.key)).toEqual(['g', 'p'])
    expect(describeCombo('g p')).toEqual(['G', 'P'])
    expect(describeCombo('mod+shift+k').at(-1)).toBe('K')
  })
})
