import { describe, expect, it } from 'vitest'
import {
  ariaKeys,
  comboOf,
  describeCombo,
  isOfSigns,
  isPress,
  type Press,
  parseCombo,
} from '../../../../src/renderer/lib/key-combo.ts'

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

describe('what is pressed', () => {
  it.each([
    [{ key: 'k', ctrlKey: true }, 'mod+k'],
    [{ key: 'D', shiftKey: true }, 'shift+d'],
    [{ key: '?', shiftKey: true }, '?'],
    [{ key: '+', ctrlKey: true }, 'mod++'],
    [{ key: ' ', ctrlKey: true, shiftKey: true }, 'mod+shift+space'],
    [{ key: 'F3', shiftKey: true }, 'shift+f3'],
    [{ key: 'PageUp' }, 'pageup'],
    [{ key: 'Control', ctrlKey: true }, null],
    [{ key: 'Dead' }, null],
  ] satisfies [Pressed, string | null][])('%j is written %s', (keys, combo) => {
    expect(comboOf(pressed(keys))).toBe(combo)
    // And what is written is that press.
    if (combo !== null) expect(isPress(pressed(keys), only(combo))).toBe(true)
  })
})

describe('a combination of letters and signs alone', () => {
  it.each([
    ['t', true],
    ['g p', true],
    ['shift+d', true],
    ['?', true],
    ['mod+k', false],
    ['f2', false],
    ['delete', false],
    ['escape', false],
  ])('%s: %s', (combo, expected) => {
    expect(isOfSigns(combo)).toBe(expected)
  })
})

describe('what a button says of its keys to assistive tools', () => {
  it('is every single press, by the names of the specification; sequences it has no words for', () => {
    expect(ariaKeys(['mod+k', 'shift+d', 'f3', 'pageup', '+'])).toBe('Control+K Shift+D F3 PageUp Plus')
    expect(ariaKeys(['g p', 'escape'])).toBe('Escape')
    expect(ariaKeys(['g p'])).toBeUndefined()
  })
})
