import type { FindingsWords } from '../en/findings.ts'
import { days, details, lostPath, quoted, quotedList } from './findings-details.ts'

export const findings: FindingsWords = { details, lostPath, quoted, quotedList, days }
