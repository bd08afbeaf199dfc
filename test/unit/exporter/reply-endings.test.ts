import { describe, expect, it } from 'vitest'
import { aDetail } from '../../support/detail-builders.ts'
import { exported } from './exporting.ts'

const SENT_AT = Date.UTC(2025, 0, 31, 12, 30, 45, 250)
const ended = (ending: 'silence' | 'reset' | 'cut') =>
  aDetail({ reply: { status: 200, sentAt: SENT_AT, senderGone: ending === 'silence', ending } })

interface Entry {
  readonly time: number
  readonly response: {
    readonly status: number
    readonly headers: readonly unknown[]
    readonly content: { size: number }
  }
  readonly _adjump: { readonly replyEnding: string; readonly replySentAt: string | null }
}

async function entryOf(ending: 'silence' | 'reset' | 'cut'): Promise<Entry | undefined> {
  const har = JSON.parse(await exported('har', [ended(ending)])) as { log: { entries: readonly Entry[] } }
  return har.log.entries[0]
}

describe('a reply that ended otherwise on purpose, in an export', () => {
  it.each(['silence', 'reset'] as const)(
    'as HAR has no response where it is %s, and the time it was waited for',
    async (ending) => {
      expect(await entryOf(ending)).toMatchObject({
        time: 30_000,
        response: { status: 0, headers: [], content: { size: 0 } },
        _adjump: { replyEnding: ending, replySentAt: null },
      })
    },
  )

  it('as HAR has its status where it was cut off', async () => {
    expect(await entryOf('cut')).toMatchObject({ response: { status: 200 }, _adjump: { replyEnding: 'cut' } })
  })

  it('as JSON says how it ended, and that nothing was sent', async () => {
    expect(JSON.parse(await exported('ndjson', [ended('silence')]))).toMatchObject({
      reply: { ending: 'silence', sentAt: null, senderGone: true },
    })
  })

  it('as CSV has a column for it, and no status where none was sent', async () => {
    const [head = '', row = ''] = (await exported('csv', [ended('reset')])).split('\r\n')
    const cells = new Map(head.split(',').map((name, at) => [name, row.split(',')[at]]))
    expect([cells.get('reply_ending'), cells.get('reply_status'), cells.get('reply_sent_at')]).toEqual([
      'reset',
      '',
      '',
    ])
  })
})
