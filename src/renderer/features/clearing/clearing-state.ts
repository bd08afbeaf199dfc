import { EVERYTHING, type PostbackFilter } from '../../../core/filter.ts'
import { createExternalStore } from '../../lib/external-store.ts'

/** What is asked about: the whole history or what a filter shows, or one request. */
export type Asked = { readonly of: 'history' } | { readonly of: 'request'; readonly id: number }

/** What the dialog asks about now; null while it is closed. */
export const asked = createExternalStore<Asked | null>(null)

/** What the list shows; everything where no list is in sight. */
export const shownFilter = createExternalStore<PostbackFilter>(EVERYTHING)

export function isEverything(filter: PostbackFilter): boolean {
  return JSON.stringify(filter) === JSON.stringify(EVERYTHING)
}
