import { ROLE_MENU_KEYS, VIEW_MENU_KEYS } from '../../contract/menu-keys.ts'
import { words } from '../../words/words.ts'
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
  const w = words().keys.refusals
  const presses = parseCombo(combo)
  const [first, second] = presses
  if (!first || presses.length > 2) return w.length
  for (const press of presses) {
    const why = pressRefusal(press)
    if (why !== null) return why
  }
  if (second && !isOfSigns(combo)) return w.sequence
  return null
}

function pressRefusal(press: Press): string | null {
  const w = words().keys.refusals
  const { key, mod, alt, shift } = press
  const name = describeCombo(comboText(press)).join(' ')
  if (key === 'tab') return w.tab(name)
  if (key === 'escape') return w.escape(name)
  if ((key === 'enter' || key === ' ') && !mod) return w.presses(name)
  if (key === ' ') return w.system(name)
  if (MOVING.has(key)) return w.moves(name)
  if (key === 'f10') return w.menus(name)
  if (!isOneSign(key) && !NAMED.test(key)) return w.unknown(name)
  if (key === 'f4' && alt) return w.closesWindow(name)
  if (alt && isOneSign(key)) return w.altSign
  const text = comboText({ key, mod, alt, shift })
  if (OF_THE_MENU.has(text)) return w.goMenu(name)
  if (OF_ELECTRON.has(text)) return w.appMenu(name)
  if (OF_BROWSERS.has(text)) return w.browsers(name)
  return null
}

/** One press as it is written. */
function comboText({ key, mod, alt, shift }: Press): string {
  const held = [mod && 'mod', alt && 'alt', shift && 'shift', key === ' ' ? 'space' : key]
  return held.filter((part) => part !== false).join('+')
}
