import { shownPostbackId } from '../../../core/place.ts'
import { navigate, type Route, readHash } from '../../lib/navigation.ts'

/** The postback that is open; null where the list stands alone. */
export function openPostbackId(route: Route): number | null {
  return shownPostbackId(route)
}

/**
 * Opens a postback, or with null closes the one that is open. Moving from one to the next leaves no trail in the
 * browser's history: “back” leads to the list.
 */
export function openPostback(id: number | null): void {
  const moving = openPostbackId(readHash(window.location.hash)) !== null && id !== null
  navigate('postbacks', id === null ? null : String(id), { replace: moving })
}
