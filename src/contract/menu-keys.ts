import type { View } from '../core/place.ts'

/** The keys of the desktop app's own menu that lead to the views. The screen has none of them, and gives none of them away. */
export const VIEW_MENU_KEYS = {
  postbacks: 'mod+1',
  insights: 'mod+2',
  verify: 'mod+3',
  users: 'mod+4',
  simulator: 'mod+5',
  endpoints: 'mod+6',
  tunnel: 'mod+7',
  settings: 'mod+8',
  help: 'f1',
} as const satisfies Record<View, string>

/** What Electron gives the menu's other lines by itself (its roles), on one system or another. */
export const ROLE_MENU_KEYS = [
  ...['mod+x', 'mod+c', 'mod+v', 'mod+shift+v', 'mod+a', 'mod+z', 'mod+shift+z', 'mod+y'],
  ...['mod+0', 'mod++', 'mod+=', 'mod+-', 'mod+r', 'mod+shift+r', 'f11', 'mod+shift+i', 'mod+alt+i'],
  ...['mod+w', 'mod+q', 'mod+m', 'mod+h', 'mod+alt+h'],
] as const
