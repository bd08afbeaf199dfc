import { spokenOf } from '../catalogue.ts'
import { status } from '../en/status.ts'

export const statusWords = spokenOf('status', status)
