import { helpWords } from '../../words/of/help.ts'
import type { FindingCode } from '../findings/codes.ts'
import type { FindingPage, PageFrame, PageText } from './finding-page.ts'
import { AMOUNT_ERROR_FRAMES } from './pages/amount-errors.ts'
import { AMOUNT_ODDITY_FRAMES } from './pages/amount-oddities.ts'
import { CHARACTER_FRAMES } from './pages/characters.ts'
import { ENCODING_FRAMES } from './pages/encoding.ts'
import { NAME_FRAMES } from './pages/names.ts'
import { REQUEST_FRAMES } from './pages/requests.ts'
import { SEPARATOR_FRAMES } from './pages/separators.ts'
import { USER_ID_FRAMES } from './pages/user-ids.ts'
import { VALUE_FRAMES } from './pages/values.ts'

/** What of every code's page is the same in every language. A code without one does not compile. */
const FRAMES: Readonly<Record<FindingCode, PageFrame>> = {
  ...VALUE_FRAMES,
  ...NAME_FRAMES,
  ...SEPARATOR_FRAMES,
  ...AMOUNT_ERROR_FRAMES,
  ...AMOUNT_ODDITY_FRAMES,
  ...USER_ID_FRAMES,
  ...CHARACTER_FRAMES,
  ...ENCODING_FRAMES,
  ...REQUEST_FRAMES,
}

/** The page of a finding code, in the spoken language. */
export function findingPage(code: FindingCode): FindingPage {
  // Of this type, so that a code without words does not compile.
  const texts: Readonly<Record<FindingCode, PageText>> = helpWords().pages
  return { ...texts[code], ...FRAMES[code] }
}

/** Codes of one subject, as lists of all of them show them. */
export interface FindingGroup {
  readonly title: string
  readonly codes: readonly FindingCode[]
}

/** Every code once, by subject: what goes wrong first and most often stands first. */
export function findingGroups(): readonly FindingGroup[] {
  const { groups } = helpWords()
  return [
    group(groups.values, VALUE_FRAMES),
    group(groups.names, NAME_FRAMES),
    group(groups.separators, SEPARATOR_FRAMES),
    group(groups.amountErrors, AMOUNT_ERROR_FRAMES),
    group(groups.amountOddities, AMOUNT_ODDITY_FRAMES),
    group(groups.userIds, USER_ID_FRAMES),
    group(groups.characters, CHARACTER_FRAMES),
    group(groups.encoding, ENCODING_FRAMES),
    group(groups.requests, REQUEST_FRAMES),
  ]
}

function group(title: string, frames: Readonly<Partial<Record<FindingCode, PageFrame>>>): FindingGroup {
  // The keys of an object are strings to the compiler; these are the record's own.
  return { title, codes: Object.keys(frames) as FindingCode[] }
}

/** Whether it is a finding code exactly. */
export function isFindingCode(text: string): text is FindingCode {
  return Object.hasOwn(FRAMES, text)
}

/** The code that somebody means who types it in another case or with other separators; null for none. */
export function findCode(text: string): FindingCode | null {
  const code = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
  return isFindingCode(code) ? code : null
}
