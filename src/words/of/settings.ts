import { spokenOf } from '../catalogue.ts'
import { settings } from '../en/settings.ts'

export const settingsWords = spokenOf('settings', settings)
