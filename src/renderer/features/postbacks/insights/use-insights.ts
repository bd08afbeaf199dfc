import { EVERYTHING, NEWEST_FIRST, type PostbackFilter } from '../../../../core/filter.ts'
import type { CodeCount } from '../../../../core/ports.ts'
import { useClient } from '../../../lib/inspector.tsx'
import { useNow } from '../../../lib/use-now.ts'
import type { Slices } from '../activity/slices.ts'
import { daysBefore, everySlice, type SliceFigures, type SpanId, slicesOf } from './span.ts'
import { type Live, useLive } from './use-live.ts'

const POSTBACKS: PostbackFilter = { ...EVERYTHING, kinds: ['postback'] }
/** The pace is told from so many. */
const NEWEST = 51
/** A chart moves on this often when nothing arrives; one of all that is stored less often. */
const SLIDE_MS = 2000
const SLIDE_ALL_MS = 60_000

/** What came in a span and which findings it has: of the same slices, so that the figures fit each other. */
export interface SpanFigures {
  readonly slices: Slices
  readonly figures: readonly SliceFigures[]
  readonly codes: readonly CodeCount[]
}

export interface Insights {
  readonly span: Live<SpanFigures>
  /** When the newest postbacks came, newest first. */
  readonly newest: Live<readonly number[]>
}

/** What was shown of another span stays until the new one is here. */
export function useInsights(span: SpanId): Insights {
  const client = useClient()
  const now = useNow(SLIDE_MS)

  const firstAt = async (): Promise<number | null> => {
    const { from, to, sliceMs } = daysBefore(Date.now())
    const days = await client.call('postback.activity', { filter: POSTBACKS, from, to, bucketMs: sliceMs })
    return days[0]?.from ?? null
  }
  const slide = span === 'all' ? Math.floor(now / SLIDE_ALL_MS) : slicesOf(span, null, now).to
  const figures = useLive(
    async (): Promise<SpanFigures> => {
      const slices = slicesOf(span, span === 'all' ? await firstAt() : null, Date.now())
      const { from, to, sliceMs } = slices
      const [buckets, codes] = await Promise.all([
        client.call('postback.activity', { filter: POSTBACKS, from, to, bucketMs: sliceMs }),
        client.call('postback.codes', { from, to }),
      ])
      return { slices, figures: everySlice(buckets, slices), codes }
    },
    `${span} ${String(slide)}`,
  )
  const newest = useLive(async () => {
    const request = { filter: POSTBACKS, sort: NEWEST_FIRST, cursor: null, newerThan: null, limit: NEWEST }
    const { items } = await client.call('postback.page', request)
    return items.map(({ receivedAt }) => receivedAt)
  }, client)
  return { span: figures, newest }
}
