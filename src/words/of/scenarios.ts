import { spokenOf } from '../catalogue.ts'
import { scenarios } from '../en/scenarios.ts'

export const scenariosWords = spokenOf('scenarios', scenarios)
