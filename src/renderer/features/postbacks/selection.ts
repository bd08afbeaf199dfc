import { navigate, type Route, readHash } from '../../lib/navigation.ts'

/** The postback that is open; null where the list stands alone. */
export function openPostbackId({ view, id }: Route): number | null {
  return view === 'postbacks' && id !== null && /^[1-9]\d{0,14}$/.test(id) ? Number(id) : null
}

/**
 * Opens a postback, or with null closes the one that is open. Moving from one to the next leaves no trail in the
 * browser's history: “back” leads to the list.
 */
export function openPostback(id: number | null): void {
  const moving = openPostbackId(readHash(window.location.hash)) !== null && id !== null
  navigate('postbacks', id === null ? null : String(id), { replace: moving })
}
