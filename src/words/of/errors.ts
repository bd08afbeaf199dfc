import { spokenOf } from '../catalogue.ts'
import { errors } from '../en/errors.ts'

export const errorsWords = spokenOf('errors', errors)
