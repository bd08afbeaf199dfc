import { words } from '../../words/words.ts'

/** One press: `mod` is Ctrl, on a Mac Cmd. `key` is `KeyboardEvent.key`, letters in lower case. */
export interface Press {
  readonly mod: boolean
  readonly alt: boolean
  readonly shift: boolean
  readonly key: string
}

/** Keys that have a sign in every language; the others' names are in the words. */
const SIGNS: Readonly<Record<string, string>> = {
  enter: '↵',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
}

/** `KeyboardEvent.key` values that are more than one word. */
const ARIA_NAMES: Record<string, string> = {
  pageup: 'PageUp',
  pagedown: 'PageDown',
  arrowup: 'ArrowUp',
  arrowdown: 'ArrowDown',
}

export const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.platform)

/** Reads `mod+shift+k`, `?`, or a sequence with a space between the presses: `g p`. */
export function parseCombo(combo: string): readonly Press[] {
  return combo.split(' ').map((press) => {
    // The sign itself stands last: `+`, `mod++`.
    const parts = press.toLowerCase().replace(/\+$/, ' ').split('+')
    const last = parts.at(-1) ?? ''
    const key = last === ' ' ? '+' : last
    return {
      mod: parts.includes('mod'),
      alt: parts.includes('alt'),
      shift: parts.includes('shift'),
      key: key === 'space' ? ' ' : key,
    }
  })
}

/** Whether an event is that press. Shift is ignored for signs that need it on some keyboards, such as `?`. */
export function isPress(event: KeyboardEvent, press: Press): boolean {
  if (event.key.toLowerCase() !== press.key) return false
  const mod = isMac() ? event.metaKey : event.ctrlKey
  const other = isMac() ? event.ctrlKey : event.metaKey
  if (mod !== press.mod || other || event.altKey !== press.alt) return false
  return isSign(press.key) || event.shiftKey === press.shift
}

/** Whether two presses are one to `isPress`. */
export function isSamePress(one: Press, other: Press): boolean {
  const same = one.key === other.key && one.mod === other.mod && one.alt === other.alt
  return same && (isSign(one.key) || one.shift === other.shift)
}

/** A press as `parseCombo` reads it; null while only Shift, Ctrl and their like are held. */
export function comboOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): string | null {
  const key = event.key.toLowerCase()
  if (['control', 'shift', 'alt', 'meta', 'altgraph', 'capslock', 'dead', 'process', 'unidentified'].includes(key)) {
    return null
  }
  const mod = isMac() ? event.metaKey : event.ctrlKey
  const held = [
    mod && 'mod',
    event.altKey && 'alt',
    event.shiftKey && !isSign(key) && 'shift',
    key === ' ' ? 'space' : key,
  ]
  return held.filter((part) => part !== false).join('+')
}

/** Whether what is pressed is of letters, digits and signs alone, with Shift or without: such keys a user can switch off. */
export function isOfSigns(combo: string): boolean {
  return parseCombo(combo).every(({ mod, alt, key }) => !mod && !alt && isOneSign(key))
}

/** The combinations as `aria-keyshortcuts` has them, which knows no sequences; undefined where none is left. */
export function ariaKeys(combos: readonly string[]): string | undefined {
  const written = combos.flatMap((combo) => {
    const [press, second] = parseCombo(combo)
    if (!press || second) return []
    const key = press.key === ' ' ? 'Space' : press.key === '+' ? 'Plus' : (ARIA_NAMES[press.key] ?? capital(press.key))
    const held = [press.mod && (isMac() ? 'Meta' : 'Control'), press.alt && 'Alt', press.shift && 'Shift', key]
    return [held.filter((part) => part !== false).join('+')]
  })
  return written.length === 0 ? undefined : written.join(' ')
}

/** One letter, digit or sign, also one that is two code units. */
export function isOneSign(key: string): boolean {
  return /^.$/u.test(key)
}

/** Signs that need Shift on some keyboards and not on others. */
function isSign(key: string): boolean {
  return key.length === 1 && !/[a-z0-9 ]/.test(key)
}

/** The keys of a combination as they stand on a keyboard: `['Ctrl', 'K']`. */
export function describeCombo(combo: string): readonly string[] {
  const { held } = words().keys
  return parseCombo(combo).flatMap((press) => {
    const keys = [
      press.mod && (isMac() ? '⌘' : held.ctrl),
      press.alt && (isMac() ? '⌥' : held.alt),
      press.shift && (isMac() ? '⇧' : held.shift),
      nameOf(press.key),
    ]
    return keys.filter((key) => key !== false)
  })
}

function nameOf(key: string): string {
  const names: Readonly<Record<string, string>> = words().keys.names
  const found = key === ' ' ? names['space'] : (SIGNS[key] ?? names[key])
  return found ?? (key.length === 1 ? key.toUpperCase() : capital(key))
}

/** A title with a key behind it, for what has no room for a tooltip of its own. */
export function withKey(title: string, combo: string | undefined): string {
  return combo === undefined ? title : `${title} (${describeCombo(combo).join(' ')})`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
