import { NEWEST_FIRST, type Sort } from '../../core/filter.ts'
import { createExternalStore } from './external-store.ts'
import { hashOf, navigate } from './navigation.ts'

/** What the view of postbacks keeps while another one is looked at. */
export interface PostbackView {
  /** The filter as it was typed. */
  readonly query: string
  readonly sort: Sort
  readonly paused: boolean
}

export const viewState = createExternalStore<PostbackView>({ query: '', sort: NEWEST_FIRST, paused: false })

export function setQuery(query: string): void {
  viewState.update((state) => ({ ...state, query }))
}

/** Goes to the postbacks, filtered by this text. */
export function showPostbacks(query: string): void {
  setQuery(query)
  navigate('postbacks')
}

/** The link to a postback. */
export function postbackLink(id: number): string {
  return hashOf({ view: 'postbacks', id: String(id) })
}
