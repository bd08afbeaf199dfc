import { dashboardUrl as de } from '../de/dashboard-url.ts'
import { dashboardUrl as en } from '../en/dashboard-url.ts'
import { spokenOf } from '../locale.ts'

export const dashboardUrlWords = spokenOf({ en, de })
