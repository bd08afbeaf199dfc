import { endpoints as de } from '../de/endpoints.ts'
import { endpoints as en } from '../en/endpoints.ts'
import { spokenOf } from '../locale.ts'

export const endpointsWords = spokenOf({ en, de })
