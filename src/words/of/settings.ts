import { settings as de } from '../de/settings.ts'
import { settings as en } from '../en/settings.ts'
import { spokenOf } from '../locale.ts'

export const settingsWords = spokenOf({ en, de })
