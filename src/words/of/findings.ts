import { findings as de } from '../de/findings.ts'
import { findings as en } from '../en/findings.ts'
import { spokenOf } from '../locale.ts'

export const findingsWords = spokenOf({ en, de })
