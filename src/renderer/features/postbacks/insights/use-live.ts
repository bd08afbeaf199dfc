import { useState } from 'react'
import { useOnEvent, useOnResync } from '../../../lib/inspector.tsx'
import { useCoalesced } from '../../../lib/use-coalesced.ts'
import { useOnRemoved } from '../../../lib/use-on-removed.ts'

/** An answer of the host. What is here stays until the next one is; `value` is null before the first. */
export interface Live<T> {
  readonly value: T | null
  /** Why the last question was not answered; null where it was. */
  readonly error: unknown
  readonly retry: () => void
}

/** Asks at once, whenever `occasion` is another, and about once a second while the history changes. */
export function useLive<T>(ask: () => Promise<T>, occasion: unknown): Live<T> {
  const [answer, setAnswer] = useState<{ value: T | null; error: unknown }>({ value: null, error: null })
  const renew = useCoalesced(async (isWanted) => {
    try {
      const value = await ask()
      if (isWanted()) setAnswer({ value, error: null })
    } catch (error) {
      if (isWanted()) setAnswer((before) => ({ ...before, error }))
    }
  }, occasion)
  useOnEvent('postback.received', () => renew())
  useOnEvent('reread.progressed', ({ state }) => {
    if (state === 'done') renew()
  })
  useOnRemoved(renew)
  useOnResync(renew)
  return { ...answer, retry: renew }
}
