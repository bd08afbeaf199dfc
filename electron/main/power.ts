import type { Inspector } from '../../src/app/inspector.ts'

/** The part of Electron's `powerMonitor` that is listened to. */
export interface PowerEvents {
  on(event: 'suspend' | 'resume', listener: () => void): unknown
}

/** How often it is looked whether the computer is online, in ms; asking costs next to nothing. */
const LOOK_EVERY_MS = 2_000

/**
 * Wires sleep and network to the tunnel: a span of sleep is noted down as an outage, and after it, or when the computer
 * is online again, the tunnel is looked at from outside at once. Chromium knows of an interface that is up without a way
 * out; the inspector's own watch goes by the computer's addresses. Returns its end.
 */
export function watchPower(parts: {
  readonly power: PowerEvents
  readonly isOnline: () => boolean
  readonly inspector: Pick<Inspector, 'wasAsleep' | 'networkChanged'>
  readonly now: () => number
}): () => void {
  const { power, inspector, now } = parts
  let suspendedAt: number | null = null
  power.on('suspend', () => {
    // Some systems say so twice.
    suspendedAt ??= now()
  })
  power.on('resume', () => {
    if (suspendedAt === null) inspector.networkChanged()
    else inspector.wasAsleep(suspendedAt, now())
    suspendedAt = null
  })

  let wasOnline = parts.isOnline()
  const timer = setInterval(() => {
    const isOnline = parts.isOnline()
    if (isOnline && !wasOnline) inspector.networkChanged()
    wasOnline = isOnline
  }, LOOK_EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}
