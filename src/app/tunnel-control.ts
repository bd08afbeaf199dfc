import type { TunnelProvider } from '../core/ports.ts'
import type { TunnelSettings } from '../core/settings.ts'
import type { TunnelStatus } from '../core/status.ts'
import { createLocaltunnelProvider } from '../services/tunnel/localtunnel-provider.ts'
import { createNgrokProvider, type NgrokProviderOptions } from '../services/tunnel/ngrok-provider.ts'
import { createOwnUrlProvider } from '../services/tunnel/own-url-provider.ts'
import type { ProbeDesk } from '../services/tunnel/probe-desk.ts'
import { createTunnelSupervisor } from '../services/tunnel/supervisor.ts'
import { sameData } from './effective-settings.ts'

/** Keeps the tunnel as the settings and the receiver's port say. */
export interface TunnelControl {
  readonly status: TunnelStatus
  /** Since when nothing can be relied on to come through; null while it is open or off. */
  readonly downSince: number | null
  /** Follows the settings; nothing happens where neither they nor the port have changed. */
  follow(settings: TunnelSettings, localPort: number | null): void
  /** Opens again after `shut`, or anew where it is open. */
  open(): void
  /** Another token is in force: a tunnel that rests on it, or waits for it, is opened anew. */
  tokenChanged(): void
  /** Closed by the user, until `open`. */
  shut(): void
  /** The user has taken the present name over: from now on it is the one to ask for. */
  acceptName(): void
  probeNow(): Promise<void>
  /** Another language is spoken: says again what would stay said for long, why it is off. All else is said anew soon. */
  sayAgain(): void
  close(): Promise<void>
}

export function createTunnelControl(options: {
  readonly probeDesk: ProbeDesk
  readonly userAgent: string
  /** The name that the dashboard's URL has, so that a restart asks for the same URL. */
  readonly lastName: string | null
  readonly onName: (name: string) => void
  readonly ngrok: Omit<NgrokProviderOptions, 'domain'>
  readonly onStatus: (status: TunnelStatus) => void
}): TunnelControl {
  const supervisor = createTunnelSupervisor({ probeDesk: options.probeDesk, userAgent: options.userAgent })
  const unsubscribe = supervisor.onStatus(options.onStatus)
  let lastName = options.lastName
  let substitute: string | null = null
  const onName = (name: string, isSubstitute: boolean): void => {
    substitute = isSubstitute ? name : null
    if (isSubstitute) return
    lastName = name
    options.onName(name)
  }
  let shutByUser = false
  let followed: { settings: TunnelSettings; localPort: number | null } | null = null

  function start(): void {
    if (followed === null) return
    supervisor.use(
      providerFor(followed.settings, { lastName, onName, userAgent: options.userAgent }, options.ngrok),
      followed.localPort,
    )
  }

  return {
    get status() {
      return supervisor.status
    },
    get downSince() {
      return supervisor.downSince
    },
    follow(settings, localPort) {
      const next = { settings, localPort }
      if (sameData(next, followed)) return
      // Another port leaves a tunnel shut that the user has shut; other tunnel settings are a wish for that tunnel.
      if (!sameData(settings, followed?.settings)) shutByUser = false
      followed = next
      if (!shutByUser) start()
    },
    open() {
      shutByUser = false
      start()
    },
    tokenChanged() {
      if (followed?.settings.provider === 'ngrok' && !shutByUser) start()
    },
    shut() {
      shutByUser = true
      supervisor.use(null, null)
    },
    acceptName() {
      if (substitute !== null) onName(substitute, false)
    },
    probeNow: () => supervisor.probeNow(),
    sayAgain() {
      if (supervisor.status.state !== 'off') return
      if (shutByUser) supervisor.use(null, null)
      else start()
    },
    async close() {
      unsubscribe()
      await supervisor.close()
    },
  }
}

function providerFor(
  settings: TunnelSettings,
  options: {
    readonly lastName: string | null
    readonly onName: (name: string, isSubstitute: boolean) => void
    readonly userAgent: string
  },
  ngrok: Omit<NgrokProviderOptions, 'domain'>,
): TunnelProvider | null {
  switch (settings.provider) {
    case 'none':
      return null
    case 'localtunnel':
      return createLocaltunnelProvider({
        host: settings.host,
        subdomain: settings.subdomain === '' ? null : settings.subdomain,
        ...options,
      })
    case 'ngrok':
      return createNgrokProvider({ ...ngrok, domain: settings.ngrokDomain === '' ? null : settings.ngrokDomain })
    case 'own-url':
      return createOwnUrlProvider({ url: settings.ownUrl })
    default:
      return unreachable(settings.provider)
  }
}

function unreachable(value: never): never {
  throw new Error(`unknown tunnel provider: ${String(value)}`)
}
