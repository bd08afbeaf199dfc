import { networkInterfaces } from 'node:os'

/** How often this machine's addresses are looked at; it costs a fraction of a millisecond. */
const LOOK_EVERY_MS = 2_000

/**
 * Notices that this machine came into a network, left one or changed it, by the addresses it has. Works the same on the
 * desktop and on the command line. Returns its end.
 */
export function watchNetwork(onChange: () => void): () => void {
  let before = addresses()
  const timer = setInterval(() => {
    const now = addresses()
    if (now === before) return
    before = now
    onChange()
  }, LOOK_EVERY_MS)
  timer.unref()
  return () => {
    clearInterval(timer)
  }
}

function addresses(): string {
  return Object.entries(networkInterfaces())
    .flatMap(([name, all]) =>
      (all ?? []).filter(({ internal }) => !internal).map(({ address }) => `${name} ${address}`),
    )
    .sort()
    .join()
}
