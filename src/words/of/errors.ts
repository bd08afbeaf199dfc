import { errors as de } from '../de/errors.ts'
import { errors as en } from '../en/errors.ts'
import { spokenOf } from '../locale.ts'

export const errorsWords = spokenOf({ en, de })
