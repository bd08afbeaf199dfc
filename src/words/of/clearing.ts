import { spokenOf } from '../catalogue.ts'
import { clearing } from '../en/clearing.ts'

export const clearingWords = spokenOf('clearing', clearing)
