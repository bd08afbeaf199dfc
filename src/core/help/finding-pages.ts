import type { FindingCode } from '../findings/codes.ts'
import type { FindingPage } from './finding-page.ts'
import { AMOUNT_ERROR_PAGES } from './pages/amount-errors.ts'
import { AMOUNT_ODDITY_PAGES } from './pages/amount-oddities.ts'
import { CHARACTER_PAGES } from './pages/characters.ts'
import { ENCODING_PAGES } from './pages/encoding.ts'
import { NAME_PAGES } from './pages/names.ts'
import { REQUEST_PAGES } from './pages/requests.ts'
import { SEPARATOR_PAGES } from './pages/separators.ts'
import { USER_ID_PAGES } from './pages/user-ids.ts'
import { VALUE_PAGES } from './pages/values.ts'

/** The page of every finding code. A code without one does not compile. */
export const FINDING_PAGES: Readonly<Record<FindingCode, FindingPage>> = {
  ...VALUE_PAGES,
  ...NAME_PAGES,
  ...SEPARATOR_PAGES,
  ...AMOUNT_ERROR_PAGES,
  ...AMOUNT_ODDITY_PAGES,
  ...USER_ID_PAGES,
  ...CHARACTER_PAGES,
  ...ENCODING_PAGES,
  ...REQUEST_PAGES,
}

/** Codes of one subject, as lists of all of them show them. */
export interface FindingGroup {
  readonly title: string
  readonly codes: readonly FindingCode[]
}

/** Every code once, by subject: what goes wrong first and most often stands first. */
export const FINDING_GROUPS: readonly FindingGroup[] = [
  group('Values that should be there', VALUE_PAGES),
  group('Names of the parameters', NAME_PAGES),
  group('“?”, “&” and “=”', SEPARATOR_PAGES),
  group('Amounts that are no number', AMOUNT_ERROR_PAGES),
  group('Amounts written unusually', AMOUNT_ODDITY_PAGES),
  group('User ids and risky values', USER_ID_PAGES),
  group('Characters', CHARACTER_PAGES),
  group('Encoding', ENCODING_PAGES),
  group('The request as a whole', REQUEST_PAGES),
]

function group(title: string, pages: Readonly<Partial<Record<FindingCode, FindingPage>>>): FindingGroup {
  // The keys of an object are strings to the compiler; these are the record's own.
  return { title, codes: Object.keys(pages) as FindingCode[] }
}

/** The code that somebody means who types it in another case or with other separators; null for none. */
export function findCode(text: string): FindingCode | null {
  const code = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
  return Object.hasOwn(FINDING_PAGES, code) ? (code as FindingCode) : null
}
