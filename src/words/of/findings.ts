import { spokenOf } from '../catalogue.ts'
import { findings } from '../en/findings.ts'

export const findingsWords = spokenOf('findings', findings)
