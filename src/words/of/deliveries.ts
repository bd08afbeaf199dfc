import { deliveries as de } from '../de/deliveries.ts'
import { deliveries as en } from '../en/deliveries.ts'
import { spokenOf } from '../locale.ts'

export const deliveriesWords = spokenOf({ en, de })
