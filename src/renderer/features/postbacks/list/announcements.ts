import type { PostbackSummary } from '../../../../core/postback.ts'

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
  const parts: string[] = []
  if (tally.postbacks > 0) parts.push(`${String(tally.postbacks)} ${tally.postbacks === 1 ? 'postback' : 'postbacks'}`)
  if (tally.failed > 0) parts.push(`${String(tally.failed)} failed`)
  if (tally.others > 0) parts.push(`${String(tally.others)} other ${tally.others === 1 ? 'request' : 'requests'}`)
  return parts.length === 0 ? null : parts.join(', ')
}
