/** One press: `mod` is Ctrl, on a Mac Cmd. `key` is `KeyboardEvent.key`, letters in lower case. */
export interface Press {
  readonly mod: boolean
  readonly alt: boolean
  readonly shift: boolean
  readonly key: string
}

const NAMES: Record<string, string> = {
  escape: 'Esc',
  enter: '↵',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  ' ': 'Space',
  space: 'Space',
  delete: 'Del',
  pageup: 'PgUp',
  pagedown: 'PgDn',
}

export const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.platform)

/** Reads `mod+shift+k`, `?`, or a sequence with a space between the presses: `g p`. */
export function parseCombo(combo: string): readonly Press[] {
  return combo.split(' ').map((press) => {
    const parts = press === '+' ? ['+'] : press.toLowerCase().split('+')
    const key = parts.at(-1) ?? ''
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
  const sign = press.key.length === 1 && !/[a-z0-9]/.test(press.key)
  return sign || event.shiftKey === press.shift
}

/** The keys of a combination as they stand on a keyboard: `['Ctrl', 'K']`. */
export function describeCombo(combo: string): readonly string[] {
  return parseCombo(combo).flatMap((press) => {
    const name = NAMES[press.key] ?? (press.key.length === 1 ? press.key.toUpperCase() : capital(press.key))
    const held = [
      press.mod && (isMac() ? '⌘' : 'Ctrl'),
      press.alt && (isMac() ? '⌥' : 'Alt'),
      press.shift && (isMac() ? '⇧' : 'Shift'),
      name,
    ]
    return held.filter((key) => key !== false)
  })
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
