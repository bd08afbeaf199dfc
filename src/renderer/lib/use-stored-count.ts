import { useEffect, useState } from 'react'
import type { Client } from '../../contract/client.ts'
import { EVERYTHING } from '../../core/filter.ts'
import { useClient } from './inspector.tsx'

/** How many requests are stored, whatever their kind; null until it is known. */
export function useStoredCount(): number | null {
  const client = useClient()
  const [count, setCount] = useState<number | null>(null)
  useEffect(() => watchStoredCount(client, setCount), [client])
  return count
}

/** Where asking fails the number stays unknown: nothing depends on it. */
function watchStoredCount(client: Client, onCount: (count: number) => void): () => void {
  let count: number | null = null
  let stopped = false
  const tell = (next: number): void => {
    count = next
    if (!stopped) onCount(next)
  }
  const ask = (): void => {
    client.call('postback.counts', { filter: EVERYTHING }).then(
      ({ total }) => tell(total),
      () => undefined,
    )
  }
  ask()
  const subscriptions = [
    client.on('postback.received', ({ postbacks }) => {
      if (count !== null) tell(count + postbacks.length)
    }),
    client.onResync(ask),
  ]
  return () => {
    stopped = true
    for (const unsubscribe of subscriptions) unsubscribe()
  }
}
