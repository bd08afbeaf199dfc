import type { TunnelProvider, TunnelSession } from '../../core/ports.ts'
import { errorsWords } from '../../words/of/errors.ts'
import { TunnelOpenError } from './open-error.ts'

/** How long after giving up a provider may still say in its own words what held it up. */
const LAST_WORDS_MS = 250

/** One attempt to open. */
export interface Opening {
  /** Rejects at the deadline even where the provider never settles. A session that comes too late is closed. */
  readonly session: Promise<TunnelSession>
  /** Resolves once the provider has let go of everything; never rejects. */
  readonly settled: Promise<void>
  /** Gives up; `session` then rejects. */
  cancel(): void
}

export function openWithDeadline(provider: TunnelProvider, localPort: number, deadlineMs: number): Opening {
  const controller = new AbortController()
  const wanted = provider.open({ localPort, signal: controller.signal })
  let given = false
  let giveUp: (error: Error) => void = () => {}
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = reject
  })
  const timers: NodeJS.Timeout[] = []
  timers.push(
    setTimeout(() => {
      const why = errorsWords().tunnel.notWithin(deadlineMs / 1000)
      const late = new TunnelOpenError(why, 'unreachable')
      timers.push(setTimeout(giveUp, LAST_WORDS_MS, late))
      controller.abort(late)
    }, deadlineMs),
  )
  const session = Promise.race([wanted, givenUp])
    .then((opened) => {
      if (controller.signal.aborted) throw new TunnelOpenError(errorsWords().tunnel.tooLate)
      given = true
      return opened
    })
    .finally(() => {
      for (const timer of timers) clearTimeout(timer)
    })
  const settled = session
    .catch(() => {})
    .then(() => wanted)
    .then((opened) => (given ? undefined : opened.close()))
    .catch(() => {})
  return {
    session,
    settled,
    cancel() {
      const cancelled = new TunnelOpenError(errorsWords().tunnel.givenUp)
      controller.abort(cancelled)
      giveUp(cancelled)
    },
  }
}
