import { verify as de } from '../de/verify.ts'
import { verify as en } from '../en/verify.ts'
import { spokenOf } from '../locale.ts'

export const verifyWords = spokenOf({ en, de })
