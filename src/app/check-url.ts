import { checkDashboardUrl } from '../core/dashboard-url-check.ts'
import type { DashboardUrlProblem } from '../core/dashboard-url-problem.ts'
import type { Endpoint } from '../core/endpoint.ts'
import { StoreError } from '../core/ports.ts'
import { openHistoryReader } from '../services/store/history-reader.ts'

/** The endpoints of a data folder; null where it has no history. Only reads, and so works beside a running inspector. */
export async function readEndpoints(dataFolder: string): Promise<readonly Endpoint[] | null> {
  try {
    const history = await openHistoryReader(dataFolder)
    try {
      return await history.endpoints()
    } finally {
      await history.close()
    }
  } catch (error) {
    if (error instanceof StoreError && error.code === 'not-found') return null
    throw error
  }
}

/** What a URL was compared with, and what differs. */
export interface CheckedUrl {
  readonly endpoint: Endpoint
  readonly problems: readonly DashboardUrlProblem[]
}

/** Checks against each of the endpoints and answers with the one that the URL fits best, the first of equals. */
export function checkAgainst(
  url: string,
  endpoints: readonly [Endpoint, ...Endpoint[]],
  publicUrl: string | null,
): CheckedUrl {
  const [first, ...others] = endpoints
  let best: CheckedUrl = { endpoint: first, problems: checkDashboardUrl(url, { publicUrl, endpoint: first }) }
  for (const endpoint of others) {
    const problems = checkDashboardUrl(url, { publicUrl, endpoint })
    if (problems.length < best.problems.length) best = { endpoint, problems }
  }
  return best
}
