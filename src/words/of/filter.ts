import { spokenOf } from '../catalogue.ts'
import { filter } from '../en/filter.ts'

export const filterWords = spokenOf('filter', filter)
