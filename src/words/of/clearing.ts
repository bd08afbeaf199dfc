import { clearing as de } from '../de/clearing.ts'
import { clearing as en } from '../en/clearing.ts'
import { spokenOf } from '../locale.ts'

export const clearingWords = spokenOf({ en, de })
