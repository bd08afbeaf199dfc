import { conformance as de } from '../de/conformance.ts'
import { conformance as en } from '../en/conformance.ts'
import { spokenOf } from '../locale.ts'

export const conformanceWords = spokenOf({ en, de })
