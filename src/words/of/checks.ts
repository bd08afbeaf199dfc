import { spokenOf } from '../catalogue.ts'
import { checks } from '../en/checks.ts'

export const checksWords = spokenOf('checks', checks)
