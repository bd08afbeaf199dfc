import { useEffect, useState } from 'react'
import type { DesktopState } from '../../../contract/desktop-procedures.ts'
import { useClient, useOnEvent, useOnResync } from '../../lib/inspector.tsx'

/** How the app stands on this desktop; null until it is known, and in a browser. */
export function useDesktopState(): { state: DesktopState | null; take: (state: DesktopState) => void } {
  const client = useClient()
  const [state, setState] = useState<DesktopState | null>(null)
  const read = (): void => {
    client.call('desktop.state', {}).then(setState, () => {})
  }
  useEffect(() => {
    // Only the desktop app answers.
    client.call('desktop.state', {}).then(setState, () => {})
  }, [client])
  useOnEvent('desktop.changed', ({ desktop }) => setState(desktop))
  useOnResync(read)
  return { state, take: setState }
}
