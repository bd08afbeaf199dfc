import { EVERYTHING, NEWEST_FIRST } from '../../../src/core/filter.ts'
import { createSqlitePostbackStore } from '../../../src/services/store/sqlite-postback-store.ts'
import { spareCopy } from '../history/stored.ts'
import type { BenchContext, Line } from '../line.ts'
import { median } from '../quantiles.ts'
import { callsTo, serve } from '../serve.ts'

/** From the start of the process to the newest page and the counts, as a list shows them, in ms. */
async function startOn(context: BenchContext, dataFolder: string): Promise<number> {
  const from = performance.now()
  const product = await serve(context, dataFolder)
  const calls = await callsTo(product.screenUrl)
  try {
    await calls.call('app.overview', {})
    await Promise.all([
      calls.call('postback.page', {
        filter: EVERYTHING,
        sort: NEWEST_FIRST,
        cursor: null,
        newerThan: null,
        limit: 100,
      }),
      calls.call('postback.counts', { filter: EVERYTHING }),
    ])
    return performance.now() - from
  } finally {
    calls.close()
    await product.stop()
  }
}

/** Starts in turn on an empty history and on the large one. */
export const START_LINE: Line = {
  subject: 'start',
  name: 'start to a usable list, 1,000,000 stored (`serve`)',
  target: '≤ 1.3× of an empty history',
  async measure(context) {
    const folder = await spareCopy(context)
    const empty = await context.folder()
    // A new folder is another case: the first start makes the history.
    await (await createSqlitePostbackStore({ folder: empty, appVersion: '0.0.0' })).close()
    const times = { empty: [] as number[], large: [] as number[] }
    for (let round = 0; round <= (context.quick ? 2 : 9); round += 1) {
      context.signal.throwIfAborted()
      const one = { empty: await startOn(context, empty), large: await startOn(context, folder) }
      if (round === 0) continue
      times.empty.push(one.empty)
      times.large.push(one.large)
    }
    return {
      figures: [{ what: '', value: median(times.large) / median(times.empty), unit: 'times', atMost: 1.3 }],
      detail: `${median(times.empty).toFixed(0)} ms empty, ${median(times.large).toFixed(0)} ms large`,
    }
  },
}
