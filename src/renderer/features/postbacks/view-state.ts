import { NEWEST_FIRST, type Sort } from '../../../core/filter.ts'
import { createExternalStore } from '../../lib/external-store.ts'

/** What is kept while another view is looked at. */
export interface ViewState {
  /** The filter as it was typed. */
  readonly query: string
  readonly sort: Sort
  readonly paused: boolean
}

export const viewState = createExternalStore<ViewState>({ query: '', sort: NEWEST_FIRST, paused: false })

export function setQuery(query: string): void {
  viewState.update((state) => ({ ...state, query }))
}
