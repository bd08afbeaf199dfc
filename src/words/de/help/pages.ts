import type { HelpPages } from '../../en/help/pages.ts'
import { amountErrorPages } from './pages-amount-errors.ts'
import { amountOddityPages } from './pages-amount-oddities.ts'
import { characterPages } from './pages-characters.ts'
import { encodingPages } from './pages-encoding.ts'
import { namePages } from './pages-names.ts'
import { requestPages } from './pages-requests.ts'
import { separatorPages } from './pages-separators.ts'
import { userIdPages } from './pages-user-ids.ts'
import { valuePages } from './pages-values.ts'

/** The page of each finding code. */
export const pages: HelpPages = {
  ...valuePages,
  ...namePages,
  ...separatorPages,
  ...amountErrorPages,
  ...amountOddityPages,
  ...userIdPages,
  ...characterPages,
  ...encodingPages,
  ...requestPages,
}
