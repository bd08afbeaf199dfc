import { createExternalStore } from '../../../lib/external-store.ts'
import type { SpanId } from './span.ts'

/** What the view keeps while another one is looked at. */
export interface InsightsState {
  readonly span: SpanId
  /** Figures as tables instead of charts. */
  readonly asTables: boolean
}

export const insightsState = createExternalStore<InsightsState>({ span: '24h', asTables: false })

export function setInsights(change: Partial<InsightsState>): void {
  insightsState.update((state) => ({ ...state, ...change }))
}
