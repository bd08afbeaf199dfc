import { REWARD_AMOUNT_MACRO, USER_ID_MACRO } from './dashboard-url.ts'
import { decodeComponent } from './decode.ts'
import { findMacro } from './macro.ts'
import { editDistance } from './nearest.ts'

/** Which of Adjump's two values a parameter is meant to carry. */
export type Role = 'user_id' | 'reward_amount'

export const MACRO_BY_ROLE = { user_id: USER_ID_MACRO, reward_amount: REWARD_AMOUNT_MACRO } as const
export const ROLES: readonly Role[] = ['user_id', 'reward_amount']

/**
 * What stands behind a name in the dashboard's URL.
 * `exact` Adjump's macro; `encoded` the macro, percent-encoded; `around` the macro with something beside it;
 * `misspelt` a macro in another spelling or dialect; `unknown` a macro that Adjump does not document;
 * `fixed` a text that is no macro; `empty` nothing.
 */
export type MacroState = 'exact' | 'encoded' | 'around' | 'misspelt' | 'unknown' | 'fixed' | 'empty'

export interface MacroReading {
  readonly state: MacroState
  readonly role: Role | null
}

/** Letters that may be wrong in a macro's name for it still to be recognised. */
const SLIPS = 2

/** Reads a raw value; null where there is no `=`. */
export function readMacro(raw: string | null): MacroReading {
  if (raw === null || raw === '') return { state: 'empty', role: null }
  const once = decodeTyped(raw)
  const decoded = decodeTyped(once)
  for (const role of ROLES) {
    const macro = MACRO_BY_ROLE[role]
    if (raw === macro) return { state: 'exact', role }
    if (once === macro || decoded === macro) return { state: 'encoded', role }
  }
  const whole = findMacro({ raw: decoded, text: decoded, span: { start: 0, end: decoded.length } }) !== null
  const role = roleOfName(decoded)
  if (role !== null) return { state: 'misspelt', role }
  const held = ROLES.filter((candidate) => decoded.includes(MACRO_BY_ROLE[candidate]))
  const [heldRole] = held
  if (heldRole !== undefined) return { state: 'around', role: held.length === 1 ? heldRole : null }
  return { state: whole ? 'unknown' : 'fixed', role: null }
}

/** A name with any marks around it, whole or half, and nothing beside them. */
const MARKED_NAME = /^[{[<(%$#*|]*[\w .-]+[}\]>)%$*|]*$/

/** The role whose macro the text is but for its marks and a slip or two: `{USER_ID}`, `[userid]`, `{user_id`. */
function roleOfName(text: string): Role | null {
  if (text.length > 40 || text.startsWith(' ') || !MARKED_NAME.test(text)) return null
  const name = text.toLowerCase().replace(/[^a-z0-9]/g, '')
  return ROLES.find((role) => editDistance(name, role.replace('_', ''), SLIPS) <= SLIPS) ?? null
}

/** Percent-decoding of text that a person typed: characters beyond ASCII stand for themselves, not for bytes. */
export function decodeTyped(text: string): string {
  return decodeComponent(
    text.replace(/[^\0-\x7f]+/g, (run) => encodeURIComponent(run.replace(/\p{Surrogate}/gu, '\ufffd'))),
  )
}
