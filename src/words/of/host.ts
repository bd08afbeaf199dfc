import { host as de } from '../de/host.ts'
import { host as en } from '../en/host.ts'
import { spokenOf } from '../locale.ts'

export const hostWords = spokenOf({ en, de })
