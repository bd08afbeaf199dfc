import { days, details, lostPath, quoted, quotedList } from './findings-details.ts'

/** What the findings say. */
export const findings = { details, lostPath, quoted, quotedList, days }

export type FindingsWords = typeof findings
