import { help as de } from '../de/help.ts'
import { help as en } from '../en/help.ts'
import { spokenOf } from '../locale.ts'

export const helpWords = spokenOf({ en, de })
