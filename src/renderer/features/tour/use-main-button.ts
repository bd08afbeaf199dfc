import type { DashboardUrlEndpoint } from '../../../core/dashboard-url.ts'
import { words } from '../../../words/words.ts'
import { useDashboardUrl } from '../../lib/dashboard.ts'
import { useConnection } from '../../lib/inspector.tsx'
import { say } from '../../lib/messages.ts'
import { navigate } from '../../lib/navigation.ts'
import { copyAndSay } from '../../ui/copy-button.tsx'
import type { Tour } from './use-tour.ts'

/** The step's one button. It is one element through the whole tour, so that the focus stays on it. */
export interface MainButton {
  readonly label: string
  readonly possible: boolean
  readonly copies: boolean
  readonly run: () => void
  /** Whose URL it copies, where it does. */
  readonly endpoint: DashboardUrlEndpoint | null
  /** What stands in the way of going on to Adjump; null where nothing does. */
  readonly warning: string | null
}

export function useMainButton({ progress: { step }, endpoint, loading, busy, act }: Tour): MainButton {
  const connected = useConnection() === 'connected'
  const { reach, dashboardUrl } = useDashboardUrl(endpoint)
  const w = words().tour
  const none = { copies: false, endpoint: null, warning: null }
  if (loading) return { ...none, label: w.moment, possible: false, run: () => {} }
  if (step !== 'go-on') {
    const possible = connected && !busy
    return { ...none, label: w.steps[step].button, possible, run: () => possible && act() }
  }
  if (reach !== 'public' || dashboardUrl === null) {
    return {
      ...none,
      label: w.openTunnelView,
      possible: true,
      run: () => navigate('tunnel'),
      warning: w.noPublicUrl,
    }
  }
  const copy = async (): Promise<void> => {
    if (await copyAndSay(dashboardUrl, w.copiedUrl)) say(w.urlCopied, { subject: 'copied' })
  }
  return {
    label: w.steps[step].button,
    possible: true,
    copies: true,
    run: () => void copy(),
    endpoint,
    warning: null,
  }
}
