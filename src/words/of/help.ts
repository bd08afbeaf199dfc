import { spokenOf } from '../catalogue.ts'
import { help } from '../en/help.ts'

export const helpWords = spokenOf('help', help)
