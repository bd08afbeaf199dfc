import { spokenOf } from '../catalogue.ts'
import { verify } from '../en/verify.ts'

export const verifyWords = spokenOf('verify', verify)
