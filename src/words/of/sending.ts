import { spokenOf } from '../catalogue.ts'
import { sending } from '../en/sending.ts'

export const sendingWords = spokenOf('sending', sending)
