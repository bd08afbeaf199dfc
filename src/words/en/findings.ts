import { days, details, quoted, quotedList } from './findings-details.ts'
import { texts } from './findings-texts.ts'

/** What the findings say. */
export const findings = { texts, details, quoted, quotedList, days }

export type FindingsWords = typeof findings
