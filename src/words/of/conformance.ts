import { spokenOf } from '../catalogue.ts'
import { conformance } from '../en/conformance.ts'

export const conformanceWords = spokenOf('conformance', conformance)
