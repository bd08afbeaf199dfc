import { EVERYTHING, type PostbackFilter } from '../../../core/filter.ts'
import { createExternalStore } from '../../lib/external-store.ts'

/** What messages about removing requests are about: a newer one takes the place of the one before. */
export const CLEARING = 'clearing'

/** Whether the dialog is open that asks what to clear. */
export const asked = createExternalStore(false)

/** What the list shows; everything where no list is in sight. */
export const shownFilter = createExternalStore<PostbackFilter>(EVERYTHING)

export function isEverything(filter: PostbackFilter): boolean {
  return JSON.stringify(filter) === JSON.stringify(EVERYTHING)
}
