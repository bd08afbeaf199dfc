import { forwards as de } from '../de/forwards.ts'
import { forwards as en } from '../en/forwards.ts'
import { spokenOf } from '../locale.ts'

export const forwardsWords = spokenOf({ en, de })
