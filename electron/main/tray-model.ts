import { counted } from '../../src/core/counted.ts'
import { buildDashboardUrl } from '../../src/core/dashboard-url.ts'
import { visibleText } from '../../src/core/visible.ts'
import type { TrayMark } from './icons.ts'
import type { Mirrored } from './mirror.ts'

/** A line of the tray's menu. `command` null: it only says something. */
export interface TrayLine {
  readonly label: string
  readonly command: TrayCommand | null
}

export type TrayCommand = 'open' | 'show-failures' | 'copy-url' | 'tunnel-open' | 'tunnel-close' | 'quit'

/** All that the icon in the tray or menu bar shows. */
export interface TrayModel {
  readonly mark: TrayMark
  readonly tooltip: string
  /** Beside the icon, where the system shows text there: how many failures wait to be seen. */
  readonly title: string
  readonly groups: readonly (readonly TrayLine[])[]
}

/** Longer texts are cut off by systems as they like. */
const LONGEST_LINE = 90

export function trayModel(state: Mirrored, unseen: number): TrayModel {
  const receiver = receiverWords(state)
  const tunnel = tunnelWords(state.tunnel)
  const failures = unseen === 0 ? null : `${counted(unseen, 'failure')} not seen yet`
  const trouble = receiver.trouble || tunnel.trouble
  const says = (label: string): TrayLine => ({ label, command: null })
  return {
    mark: trouble ? 'trouble' : unseen > 0 ? 'unseen' : 'calm',
    tooltip: ['Adjump Inspector', receiver.words, tunnel.words, failures].filter((line) => line !== null).join('\n'),
    title: unseen === 0 ? '' : unseen > 99 ? '99+' : String(unseen),
    groups: [
      [
        says(receiver.words),
        says(tunnel.words),
        ...(failures === null ? [] : [{ label: failures, command: 'show-failures' } as const]),
      ],
      [
        { label: 'Open the inspector', command: 'open' },
        ...(dashboardUrlOf(state) === null ? [] : [{ label: 'Copy the dashboard URL', command: 'copy-url' } as const]),
        ...tunnelLines(state),
      ],
      [{ label: 'Quit', command: 'quit' }],
    ],
  }
}

/** The whole URL for the Adjump dashboard, of the first endpoint; null where nothing listens. */
export function dashboardUrlOf({ receiver, tunnel, endpoints }: Mirrored): string | null {
  const base = tunnel.url ?? receiver.url
  const [endpoint] = endpoints
  return base === null || endpoint === undefined ? null : buildDashboardUrl(base, endpoint)
}

interface Words {
  readonly words: string
  readonly trouble: boolean
}

function receiverWords({ receiver, store }: Pick<Mirrored, 'receiver' | 'store'>): Words {
  if (store.state === 'refusing') return { words: 'Not storing: senders get 503', trouble: true }
  switch (receiver.state) {
    case 'listening':
      return { words: `Capturing on port ${String(receiver.port ?? '')}`.trim(), trouble: false }
    case 'failed':
      return { words: 'The receiver does not listen', trouble: true }
    case 'stopped':
      return { words: 'The receiver is stopped', trouble: false }
    default:
      return receiver.state satisfies never
  }
}

function tunnelWords({ state, url }: Mirrored['tunnel']): Words {
  switch (state) {
    case 'open':
      return { words: cut(`Tunnel open: ${url ?? ''}`), trouble: false }
    case 'opening':
      return { words: 'Tunnel opening', trouble: false }
    case 'off':
      return { words: 'No tunnel: only this computer reaches it', trouble: false }
    case 'degraded':
      return { words: 'Tunnel down: looks from outside fail', trouble: true }
    case 'reopening':
      return { words: 'Tunnel down: it is being opened again', trouble: true }
    case 'failed':
      return { words: 'Tunnel down: it could not be opened', trouble: true }
    default:
      return state satisfies never
  }
}

/** One that was closed by hand names no provider any more: what is wanted stands in the settings. */
function tunnelLines({ tunnel, settings }: Mirrored): readonly TrayLine[] {
  if (settings.tunnel.provider === 'none') return []
  return tunnel.state === 'off'
    ? [{ label: 'Open the tunnel', command: 'tunnel-open' }]
    : [{ label: 'Close the tunnel', command: 'tunnel-close' }]
}

/** A tunnel's server names the URL: it is somebody else's text. */
function cut(text: string): string {
  const shown = visibleText(text)
  return shown.length > LONGEST_LINE ? `${shown.slice(0, LONGEST_LINE)}…` : shown
}
