import { filter as de } from '../de/filter.ts'
import { filter as en } from '../en/filter.ts'
import { spokenOf } from '../locale.ts'

export const filterWords = spokenOf({ en, de })
