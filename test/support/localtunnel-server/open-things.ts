import { setTimeout as pause } from 'node:timers/promises'

/** What keeps this process alive just now, as Node tells it: sockets, servers, timers, look-ups. */
function openThings(): readonly string[] {
  return process
    .getActiveResourcesInfo()
    .filter((name) => /TCP|Timeout|GetAddrInfo|TLS/.test(name))
    .sort()
}

const LOOK_EVERY_MS = 20
const STILL_FOR_LOOKS = 15
const LONGEST_MS = 5000

/**
 * Remembers what is open now, once earlier tests' closing sockets are gone. The check that comes back waits until
 * nothing is open beyond that, and rejects where that does not come about. (A poll of vitest's would count its own
 * timers.)
 */
export async function rememberOpenThings(): Promise<() => Promise<void>> {
  let before = openThings()
  for (let still = 0; still < STILL_FOR_LOOKS; ) {
    await pause(LOOK_EVERY_MS)
    const now = openThings()
    still = now.join() === before.join() ? still + 1 : 0
    before = now
  }
  return async () => {
    const deadline = performance.now() + LONGEST_MS
    for (;;) {
      const left = surplus(openThings(), before)
      if (left.length === 0) return
      if (performance.now() > deadline) throw new Error(`still open: ${left.join(', ')}`)
      await pause(LOOK_EVERY_MS)
    }
  }
}

function surplus(now: readonly string[], before: readonly string[]): readonly string[] {
  const rest = [...now]
  for (const name of before) {
    const index = rest.indexOf(name)
    if (index >= 0) rest.splice(index, 1)
  }
  return rest
}
