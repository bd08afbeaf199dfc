import { amountOdd } from './amount-odd.ts'
import { amountWithoutValue } from './amount-without-value.ts'
import { encoding } from './encoding.ts'
import { extraParams } from './extra-params.ts'
import { htmlEntityInValue } from './html-entity-in-value.ts'
import { leadingZeros } from './leading-zeros.ts'
import { macroNotReplaced } from './macro-not-replaced.ts'
import { methodNotGet } from './method-not-get.ts'
import { nameNearMiss } from './name-near-miss.ts'
import { htmlAmpersand, templateNameLeft } from './names-from-templates.ts'
import { paramMissing } from './param-missing.ts'
import { pathDiffers, pathUnknown } from './path.ts'
import { questionMarkBeforeQuery, questionMarkRepeated } from './question-mark.ts'
import { repeatedParam } from './repeated-param.ts'
import { absoluteForm, fragmentInTarget, openedInBrowser } from './request-origin.ts'
import { riskyValue } from './risky-value.ts'
import type { Rule } from './rule.ts'
import { semicolonSeparator, separatorsEncoded } from './separators.ts'
import { userIdIsEmail } from './user-id-is-email.ts'
import { userIdPlaceholder } from './user-id-placeholder.ts'
import { valueCharacters } from './value-characters.ts'

/**
 * Every rule that looks at one postback. `possible-duplicate` is not among them: it compares two, see duplicate.ts.
 */
export const RULES: readonly Rule[] = [
  paramMissing,
  macroNotReplaced,
  amountWithoutValue,
  methodNotGet,
  pathUnknown,
  pathDiffers,
  nameNearMiss,
  templateNameLeft,
  htmlAmpersand,
  htmlEntityInValue,
  separatorsEncoded,
  semicolonSeparator,
  questionMarkBeforeQuery,
  questionMarkRepeated,
  repeatedParam,
  encoding,
  valueCharacters,
  userIdPlaceholder,
  amountOdd,
  extraParams,
  leadingZeros,
  userIdIsEmail,
  riskyValue,
  fragmentInTarget,
  absoluteForm,
  openedInBrowser,
]
