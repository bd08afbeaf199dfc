import { status as de } from '../de/status.ts'
import { status as en } from '../en/status.ts'
import { spokenOf } from '../locale.ts'

export const statusWords = spokenOf({ en, de })
