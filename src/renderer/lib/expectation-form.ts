import { readAmount } from '../../core/amount.ts'
import { trimSpace } from '../../core/characters.ts'
import { type Arming, armingSchema } from '../../core/expectation.ts'
import { words } from '../../words/words.ts'
import { errorsOfZod, type FieldErrors } from './issues.ts'

/** An expectation as it is typed. */
export interface ExpectationForm {
  readonly endpointId: string
  readonly userId: string
  readonly amount: string
  readonly minutes: string
}

export const DEFAULT_MINUTES = '10'

export type ReadExpectation =
  | { readonly ok: true; readonly arming: Arming }
  | { readonly ok: false; readonly errors: FieldErrors }

/** Reads a form with the very schema that the host checks it with. Errors stand under the form's own names. */
export function readExpectation({ endpointId, userId, amount, minutes }: ExpectationForm): ReadExpectation {
  const text = minutes.trim()
  const isNumber = /^\d{1,5}(\.\d{1,3})?$/.test(text)
  const waitMs = isNumber ? Math.round(Number(text) * 60_000) : 60_000
  const parsed = armingSchema.safeParse({ endpointId, userId, amount, waitMs })
  if (parsed.success && isNumber) return { ok: true, arming: parsed.data }
  const { waitMs: wrongWait, ...errors } = parsed.success ? {} : errorsOfZod(parsed.error)
  const wrongMinutes = isNumber ? wrongWait : words().ui.arming.minutesWrong
  return { ok: false, errors: { ...errors, ...(wrongMinutes === undefined ? {} : { minutes: wrongMinutes }) } }
}

/** What may be meant otherwise, though nothing is wrong with it; null where there is nothing to say. */
export function hintFor(field: 'userId' | 'amount', text: string): string | null {
  if (text !== '' && trimSpace(text) !== text) return words().ui.arming.whitespace
  if (field === 'amount' && text !== '' && readAmount(text).value === null) {
    return words().ui.arming.noNumber
  }
  return null
}
