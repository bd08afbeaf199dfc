import type { FindingsWords } from '../en/findings.ts'
import { days, details, quoted, quotedList } from './findings-details.ts'
import { texts } from './findings-texts.ts'

export const findings: FindingsWords = { texts, details, quoted, quotedList, days }
