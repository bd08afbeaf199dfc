import { useSyncExternalStore } from 'react'
import { hashOf, type Place, VIEWS, type View } from '../../core/place.ts'

export type { View }
export { hashOf, VIEWS }

/** Where the screen is: `#/postbacks`, `#/postbacks/123`, `#/endpoints/<id>`, `#/help/<code>`. */
export type Route = Readonly<Place>

/** Goes to a view. `replace` leaves no step to go back to: for following a selection. */
export function navigate(view: View, id: string | null = null, options: { replace?: boolean } = {}): void {
  const hash = hashOf({ view, id })
  if (hash === window.location.hash) return
  if (options.replace) {
    window.history.replaceState(window.history.state, '', hash)
    // `replaceState` tells nobody.
    window.dispatchEvent(new HashChangeEvent('hashchange'))
  } else {
    window.location.hash = hash
  }
}

/** Reads a hash; anything unknown is the postbacks view. */
export function readHash(hash: string): Route {
  const [name, id] = hash.replace(/^#\/?/, '').split('/')
  const view = VIEWS.find((known) => known === name)
  return view ? { view, id: id ? decode(id) : null } : { view: 'postbacks', id: null }
}

export function useRoute(): Route {
  return readHash(useSyncExternalStore(subscribe, currentHash))
}

const currentHash = (): string => window.location.hash

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
