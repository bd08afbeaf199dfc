import type { Client } from '../../../contract/client.ts'
import type { Outage } from '../../../core/status.ts'
import { sentenceOf } from '../../lib/messages.ts'

/** How far back outages are shown, and how many at most. */
const SHOWN_MS = 7 * 86_400_000
const MOST_SHOWN = 50

export type Outages =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly sentence: string }
  | { readonly state: 'loaded'; readonly outages: readonly Outage[] }

/** Tells the recent outages, newest first, now and whenever one begins or ends. */
export function watchOutages(
  client: Client,
  onOutages: (outages: Outages) => void,
): { readonly ask: () => void; readonly stop: () => void } {
  let stopped = false
  const ask = async (): Promise<void> => {
    const to = Date.now()
    let next: Outages
    try {
      const found = await client.call('outage.list', { from: to - SHOWN_MS, to: to + 1 })
      next = { state: 'loaded', outages: found.toSorted((a, b) => b.from - a.from).slice(0, MOST_SHOWN) }
    } catch (error) {
      next = { state: 'failed', sentence: sentenceOf(error) }
    }
    if (!stopped) onOutages(next)
  }
  void ask()
  const subscriptions = [client.on('outage.changed', () => void ask()), client.onResync(() => void ask())]
  return {
    ask: () => void ask(),
    stop() {
      stopped = true
      for (const unsubscribe of subscriptions) unsubscribe()
    },
  }
}
