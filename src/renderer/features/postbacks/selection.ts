/** The address of a postback within the screen. */
export function postbackHash(id: number | null): string {
  return id === null ? '#/postbacks' : `#/postbacks/${String(id)}`
}

/** The postback that an address names; null for the list alone and for every other address. */
export function postbackOfHash(hash: string): number | null {
  const match = /^#\/postbacks\/([1-9]\d{0,14})$/.exec(hash)
  return match?.[1] === undefined ? null : Number(match[1])
}

/**
 * Opens a postback, or with null closes the one that is open. Moving from one to the next leaves no trail in the
 * browser's history: “back” leads to the list.
 */
export function openPostback(id: number | null): void {
  const hash = postbackHash(id)
  if (location.hash === hash) return
  const moving = id !== null && postbackOfHash(location.hash) !== null
  if (!moving) {
    location.hash = hash
    return
  }
  history.replaceState(history.state, '', hash)
  window.dispatchEvent(new HashChangeEvent('hashchange'))
}

/** For `useSyncExternalStore`. */
export function subscribeToHash(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => {
    window.removeEventListener('hashchange', listener)
  }
}

export const openPostbackId = (): number | null => postbackOfHash(location.hash)
