import { describe, expect, it } from 'vitest'
import { DEFAULT_ENDPOINT_CONFIG } from '../../../src/core/endpoint.ts'
import type { PostbackSummary } from '../../../src/core/postback.ts'
import { aCapturedRequest, OK_REPLY } from '../../support/builders.ts'
import { openStore, rereadDone } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const START = 1_700_000_000_000
const MINUTE = 60_000

/** Stores these, each with its minute, and answers the id that each is a possible duplicate of. */
async function related(
  extraFields: readonly { field: string; param: string }[],
  arrivals: readonly (readonly [minute: number, target: string, method?: string])[],
): Promise<(number | null)[]> {
  const store = await openStore({ folder: await tempFolder() })
  const [endpoint] = await store.endpoints()
  const done = rereadDone(store)
  await store.saveEndpoint(endpoint?.id ?? '', { ...DEFAULT_ENDPOINT_CONFIG, extraFields, duplicateWindowMinutes: 11 })
  await done
  const stored = await Promise.all(
    arrivals.map(([minute, target, method = 'GET']) =>
      store.append(aCapturedRequest({ receivedAt: START + minute * MINUTE, target, method }), OK_REPLY),
    ),
  )
  return stored.map((summary: PostbackSummary) => {
    const finding = summary.findings.find(({ code }) => code === 'possible-duplicate')
    return finding === undefined ? null : finding.related
  })
}

describe('A possible duplicate', () => {
  it('is one within the window, and names the newest earlier one', async () => {
    const same = '/hitpoint?user_id=a&reward_amount=1'
    expect(
      await related(
        [],
        [
          [0, same],
          [11, same],
          [12, same],
          [24, same],
          [25, '/hitpoint?user_id=b&reward_amount=1'],
          [25, '/hitpoint?user_id=a&reward_amount=1.0'],
        ],
      ),
    ).toEqual([null, 1, 2, null, null, null])
  })

  it('is found past a HEAD of the same URL', async () => {
    const same = '/hitpoint?user_id=a&reward_amount=1'
    expect(
      await related(
        [],
        [
          [0, same],
          [1, same, 'HEAD'],
          [2, same],
        ],
      ),
    ).toEqual([null, null, 1])
  })

  it('is none where the transaction ids differ, and one where either has none', async () => {
    const of = (id: string): string => `/hitpoint?user_id=a&reward_amount=1${id}`
    expect(
      await related(
        [{ field: 'transaction_id', param: 'tid' }],
        [
          [0, of('&tid=x')],
          [1, of('&tid=y')],
          [2, of('&tid=x')],
          [3, of('')],
          [4, of('&tid=z')],
          [5, of('&tid=')],
        ],
      ),
    ).toEqual([null, null, 1, 3, 4, 5])
  })
})
