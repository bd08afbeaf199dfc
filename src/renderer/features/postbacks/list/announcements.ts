import type { PostbackSummary } from '../../../../core/postback.ts'
import { words } from '../../../../words/words.ts'

/** What arrived since the last announcement. */
export interface ArrivalTally {
  readonly postbacks: number
  readonly failed: number
  readonly others: number
}

export const NO_ARRIVALS: ArrivalTally = { postbacks: 0, failed: 0, others: 0 }

export function addArrivals(tally: ArrivalTally, rows: readonly PostbackSummary[]): ArrivalTally {
  const postbacks = rows.filter((row) => row.kind === 'postback').length
  const failed = rows.filter((row) => row.verdict === 'fail').length
  return {
    postbacks: tally.postbacks + postbacks,
    failed: tally.failed + failed,
    others: tally.others + rows.length - postbacks,
  }
}

/** For example “3 postbacks, 1 failed”; null where nothing arrived. */
export function arrivalSentence(tally: ArrivalTally): string | null {
  const w = words().postbacks.arrivals
  const parts: string[] = []
  if (tally.postbacks > 0) parts.push(w.postbacks(tally.postbacks))
  if (tally.failed > 0) parts.push(w.failed(tally.failed))
  if (tally.others > 0) parts.push(w.others(tally.others))
  return parts.length === 0 ? null : parts.join(', ')
}
