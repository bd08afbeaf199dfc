import { sending as de } from '../de/sending.ts'
import { sending as en } from '../en/sending.ts'
import { spokenOf } from '../locale.ts'

export const sendingWords = spokenOf({ en, de })
