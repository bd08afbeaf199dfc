import { useEffect, useState } from 'react'
import type { Client } from '../../../contract/client.ts'
import { useClient } from '../../lib/inspector.tsx'

/** How many postbacks an endpoint's reply script has answered since it began; null until that is known. */
export function useScriptPosition(endpointId: string): number | null {
  const client = useClient()
  const [given, setGiven] = useState<number | null>(null)
  useEffect(() => watchPosition(client, endpointId, setGiven), [client, endpointId])
  return given
}

/** Where asking fails the bar over the screen says that the connection is lost; the next resync asks again. */
function watchPosition(client: Client, endpointId: string, onGiven: (given: number) => void): () => void {
  let stopped = false
  const ask = (): void => {
    client.call('endpoint.scriptPositions', {}).then(
      ({ positions }) => {
        if (!stopped) onGiven(positions.find((position) => position.endpointId === endpointId)?.given ?? 0)
      },
      () => undefined,
    )
  }
  ask()
  const subscriptions = [
    client.on('script.moved', ({ positions }) => {
      const moved = positions.find((position) => position.endpointId === endpointId)
      if (moved) onGiven(moved.given)
    }),
    client.onResync(ask),
  ]
  return () => {
    stopped = true
    for (const unsubscribe of subscriptions) unsubscribe()
  }
}
