import { useEffect, useState } from 'react'
import type { Client } from '../../../contract/client.ts'
import type { PathChange } from '../../../contract/reply-procedures.ts'
import { useClient } from '../../lib/inspector.tsx'

/** The endpoints whose path the dashboard does not know yet. */
export function usePathChanges(): readonly PathChange[] {
  const client = useClient()
  const [changes, setChanges] = useState<readonly PathChange[]>([])
  useEffect(() => watchChanges(client, setChanges), [client])
  return changes
}

/** Where asking fails it is asked again when the connection is back. */
function watchChanges(client: Client, onChanges: (changes: readonly PathChange[]) => void): () => void {
  let stopped = false
  const ask = (): void => {
    client.call('path.changes', {}).then(
      ({ changes }) => {
        if (!stopped) onChanges(changes)
      },
      () => undefined,
    )
  }
  ask()
  const subscriptions = [client.on('path.changed', ({ changes }) => onChanges(changes)), client.onResync(ask)]
  return () => {
    stopped = true
    for (const unsubscribe of subscriptions) unsubscribe()
  }
}
