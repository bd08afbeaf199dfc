import type { Line } from '../line.ts'
import { quantile } from '../quantiles.ts'
import { firstPage, timesOf } from './ask.ts'
import { largeScreen, smallScreen } from './screen.ts'

const QUESTION = { name: 'newest page', call: (screen: Parameters<typeof firstPage>[0]) => firstPage(screen, {}) }

export const NEWEST_PAGE_LINE: Line = {
  subject: 'history',
  name: '1,000,000 stored: newest page of 100',
  target: 'p99 ≤ 4 ms, p50 ≤ 2× that of 1,000 stored',
  async measure(context) {
    const large = await largeScreen(context)
    const small = await smallScreen(context)
    const times = { large: [] as number[], small: [] as number[] }
    for (let round = 0; round < (context.quick ? 1 : 3); round += 1) {
      times.small.push(...(await timesOf(context, small, QUESTION)))
      times.large.push(...(await timesOf(context, large, QUESTION)))
    }
    return {
      figures: [
        { what: 'p99', value: quantile(times.large, 0.99), unit: 'ms', atMost: 4 },
        { what: 'p50', value: quantile(times.large, 0.5) / quantile(times.small, 0.5), unit: 'times', atMost: 2 },
      ],
      detail: `p50 ${quantile(times.large, 0.5).toFixed(2)} ms; of 1,000 stored p99 ${quantile(times.small, 0.99).toFixed(2)} ms`,
    }
  },
}
