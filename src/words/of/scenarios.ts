import { scenarios as de } from '../de/scenarios.ts'
import { scenarios as en } from '../en/scenarios.ts'
import { spokenOf } from '../locale.ts'

export const scenariosWords = spokenOf({ en, de })
