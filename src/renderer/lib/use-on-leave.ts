import { useEffect, useEffectEvent } from 'react'

/** Calls the newest `run` when the component goes: what was typed and not yet left is meant all the same. */
export function useOnLeave(run: () => void): void {
  const leave = useEffectEvent(run)
  useEffect(() => () => leave(), [])
}
