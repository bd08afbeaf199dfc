import { marks as de } from '../de/marks.ts'
import { marks as en } from '../en/marks.ts'
import { spokenOf } from '../locale.ts'

export const marksWords = spokenOf({ en, de })
