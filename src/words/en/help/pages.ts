import { amountErrorPages } from './pages-amount-errors.ts'
import { amountOddityPages } from './pages-amount-oddities.ts'
import { characterPages } from './pages-characters.ts'
import { encodingPages } from './pages-encoding.ts'
import { namePages } from './pages-names.ts'
import { requestPages } from './pages-requests.ts'
import { separatorPages } from './pages-separators.ts'
import { userIdPages } from './pages-user-ids.ts'
import { valuePages } from './pages-values.ts'

/**
 * What is said of each finding code beyond its two sentences (`findings`). All of it is help text: plain sentences with
 * two signs, `code` between backticks and **words on the screen** between stars. A title has no full stop and no signs.
 */
export const pages = {
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

export type HelpPages = typeof pages
