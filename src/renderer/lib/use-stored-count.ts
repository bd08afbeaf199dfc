import { useEffect, useState } from 'react'
import { EVERYTHING } from '../../core/filter.ts'
import { useClient, useOnEvent, useOnResync } from './inspector.tsx'

/** How many requests are stored, whatever their kind; null until it is known. */
export function useStoredCount(): number | null {
  const client = useClient()
  const [count, setCount] = useState<number | null>(null)
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    let current = true
    // Asked again on each resync; where it fails, the number stays unknown and is not shown.
    void asked
    client.call('postback.counts', { filter: EVERYTHING }).then(
      ({ total }) => {
        if (current) setCount(total)
      },
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [client, asked])
  useOnEvent('postback.received', ({ postbacks }) => setCount((n) => (n === null ? n : n + postbacks.length)))
  useOnResync(() => setAsked((n) => n + 1))
  return count
}
