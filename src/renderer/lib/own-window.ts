import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Client } from '../../contract/client.ts'
import type { Overview } from '../../contract/procedures.ts'
import { ownWindowHash, ownWindowId } from '../../core/place.ts'
import { useClient, useOverview } from './inspector.tsx'
import { say, sentenceOf } from './messages.ts'
import { readHash } from './navigation.ts'

/** Shows a postback in a window of its own; in a browser, in a tab of its own. */
export function openOwnWindow(client: Client, face: Overview['info']['face'], id: number): void {
  if (face === 'browser') {
    window.open(ownWindowHash(id), '_blank', 'noopener')
    return
  }
  client
    .call('desktop.openPostback', { id })
    .catch((error: unknown) => say(sentenceOf(error), { severity: 'error', subject: 'window' }))
}

/** The postback whose own window this is; null for the whole screen. On the desktop a window stays what it was opened for. */
export function useOwnWindow(): number | null {
  const { face } = useOverview().info
  const [openedFor] = useState(() => ownWindowId(window.location.hash))
  const now = useSyncExternalStore(subscribe, currentId)
  return face === 'desktop' ? openedFor : now
}

/** In a desktop window that is a postback's own, what leads elsewhere is shown by the main window. */
export function useStayHere(id: number): void {
  const client = useClient()
  const { face } = useOverview().info
  useEffect(() => {
    if (face !== 'desktop') return
    const own = ownWindowHash(id)
    const stay = (): void => {
      if (window.location.hash === own) return
      const place = readHash(window.location.hash)
      window.history.replaceState(window.history.state, '', own)
      // `replaceState` tells nobody.
      window.dispatchEvent(new HashChangeEvent('hashchange'))
      client
        .call('desktop.show', place)
        .catch((error: unknown) => say(sentenceOf(error), { severity: 'error', subject: 'window' }))
    }
    window.addEventListener('hashchange', stay)
    return () => window.removeEventListener('hashchange', stay)
  }, [client, face, id])
}

const currentId = (): number | null => ownWindowId(window.location.hash)

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}
