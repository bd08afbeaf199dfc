import { NEWEST_FIRST, type Sort } from '../../core/filter.ts'
import { createExternalStore } from './external-store.ts'
import { hashOf, navigate } from './navigation.ts'

/** What the view of postbacks keeps while another one is looked at. */
export interface PostbackView {
  /** The filter as it was typed. */
  readonly query: string
  readonly sort: Sort
  readonly paused: boolean
  /** The name of the saved view that was chosen last; null where none was, or all postbacks were asked for. */
  readonly view: string | null
}

export const viewState = createExternalStore<PostbackView>({
  query: '',
  sort: NEWEST_FIRST,
  paused: false,
  view: null,
})

export function setQuery(query: string): void {
  viewState.update((state) => ({ ...state, query }))
}

/** Another question than before, which is no change of a saved view. */
export function askFor(query: string): void {
  viewState.update((state) => ({ ...state, query, view: null }))
}

/** Goes to the postbacks, filtered by this text. */
export function showPostbacks(query: string): void {
  askFor(query)
  navigate('postbacks')
}

/** The link to a postback. */
export function postbackLink(id: number): string {
  return hashOf({ view: 'postbacks', id: String(id) })
}
