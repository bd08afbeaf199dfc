import { ROLE_MENU_KEYS, VIEW_MENU_KEYS } from '../../contract/menu-keys.ts'
import { describeCombo, isOfSigns, isOneSign, type Press, parseCombo } from './key-combo.ts'

const OF_THE_MENU: ReadonlySet<string> = new Set(Object.values(VIEW_MENU_KEYS))
const OF_ELECTRON: ReadonlySet<string> = new Set(ROLE_MENU_KEYS)
/** What browsers keep for themselves, or what everybody expects of them. */
const OF_BROWSERS: ReadonlySet<string> = new Set([
  ...['mod+t', 'mod+n', 'mod+l', 'mod+9', 'mod+shift+t', 'mod+shift+n', 'mod+shift+w', 'mod+shift+q'],
  ...['mod+shift+j', 'mod+shift+c', 'mod+shift+delete', 'mod+f4', 'mod+f5', 'shift+f5', 'f5', 'f6', 'f7', 'f12'],
])
const MOVING: ReadonlySet<string> = new Set(
  ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End'].map((key) =>
    key.toLowerCase(),
  ),
)
const NAMED = /^(?:f(?:[1-9]|1\d|2[0-4])|enter|delete|insert|backspace)$/

/** Why no action can have this combination, in a sentence; null where one can. */
export function keyRefusal(combo: string): string | null {
  const presses = parseCombo(combo)
  const [first, second] = presses
  if (!first || presses.length > 2) return 'A key is one press, or two one after the other.'
  for (const press of presses) {
    const why = pressRefusal(press)
    if (why !== null) return why
  }
  if (second && !isOfSigns(combo)) return 'A sequence is of two letters, digits or signs, without Ctrl, Cmd or Alt.'
  return null
}

function pressRefusal(press: Press): string | null {
  const { key, mod, alt, shift } = press
  const name = describeCombo(comboText(press)).join(' ')
  if (key === 'tab') return `${name} leads from one control to the next, and must not be a trap.`
  if (key === 'escape') return `${name} always closes what is innermost.`
  if ((key === 'enter' || key === ' ') && !mod) return `${name} presses what has the focus.`
  if (key === ' ') return `${name} is the system’s own.`
  if (MOVING.has(key)) return `${name} moves in lists, menus and texts.`
  if (key === 'f10') return `${name} opens menus.`
  if (!isOneSign(key) && !NAMED.test(key)) return `${name} is no key that an action can have.`
  if (key === 'f4' && alt) return `${name} closes the window.`
  if (alt && isOneSign(key)) {
    return 'Alt with a letter or sign opens a menu or writes another sign, depending on the system.'
  }
  const text = comboText({ key, mod, alt, shift })
  if (OF_THE_MENU.has(text)) return `${name} is a key of the desktop app’s menu “Go”.`
  if (OF_ELECTRON.has(text)) return `${name} is a key of the system or of the app’s own menu.`
  if (OF_BROWSERS.has(text)) return `${name} is a key that browsers have for themselves.`
  return null
}

/** One press as it is written. */
function comboText({ key, mod, alt, shift }: Press): string {
  const held = [mod && 'mod', alt && 'alt', shift && 'shift', key === ' ' ? 'space' : key]
  return held.filter((part) => part !== false).join('+')
}
