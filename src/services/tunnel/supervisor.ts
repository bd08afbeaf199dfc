import type { TunnelProvider, TunnelSession, Unsubscribe } from '../../core/ports.ts'
import type { TunnelStatus } from '../../core/status.ts'
import { errorsWords } from '../../words/of/errors.ts'
import { TunnelOpenError } from './open-error.ts'
import { type Opening, openWithDeadline } from './open-with-deadline.ts'
import { probe } from './probe.ts'
import type { ProbeDesk } from './probe-desk.ts'
import { type Effect, initialMachine, type MachineEvent } from './supervisor-machine.ts'
import { step } from './supervisor-state.ts'
import { DEFAULT_TIMINGS, type TunnelTimings } from './timings.ts'

/** Keeps one tunnel open, whatever happens to it, and says where it stands. */
export interface TunnelSupervisor {
  readonly status: TunnelStatus
  /** Since when nothing can be relied on to come through; null while it is open or off. May be before it was noticed. */
  readonly downSince: number | null
  /**
   * Opens a tunnel to `127.0.0.1:localPort`, in place of the present one; null for either means off. The newest wish
   * wins, and nothing is opened before what it replaces has been let go.
   */
  use(provider: TunnelProvider | null, localPort: number | null): void
  /** Looks from outside at once, or tries at once where an attempt is waited for. Resolves when the outcome is in `status`. */
  probeNow(): Promise<void>
  /** Called with each change of the status, not with the present one. */
  onStatus(listener: (status: TunnelStatus) => void): Unsubscribe
  /** Leaves no socket, timer or listener. Later calls do nothing. */
  close(): Promise<void>
}

export interface TunnelSupervisorOptions {
  /** The receiver must answer with the same desk. */
  readonly probeDesk: ProbeDesk
  /** For probes, for example `adjump-inspector/1.0.0`; a browser's would be shown reminder pages. */
  readonly userAgent: string
  readonly timings?: Partial<TunnelTimings>
  readonly now?: () => number
  readonly random?: () => number
}

/** No provider may hold up the end, or the next beginning, for longer. */
const LETTING_GO_MS = 2_000

export function createTunnelSupervisor(options: TunnelSupervisorOptions): TunnelSupervisor {
  const { probeDesk, userAgent, now = Date.now, random = Math.random } = options
  const timings: TunnelTimings = { ...DEFAULT_TIMINGS, ...options.timings }
  const listeners = new Set<(status: TunnelStatus) => void>()
  let waiters: (() => void)[] = []
  let machine = initialMachine(now())
  let wish: { provider: TunnelProvider; localPort: number } | null = null
  let closed = false

  // All that is under way. What belongs to an earlier session is recognised by its number and ignored.
  let current = 0
  let opening: Opening | null = null
  let session: TunnelSession | null = null
  let looking: AbortController | null = null
  let timer: NodeJS.Timeout | null = null
  const lettingGo = new Set<Promise<void>>()

  function dispatch(event: MachineEvent): void {
    const arrivedAt = session?.lastArrivalAt?.() ?? null
    const next = step(machine, event, { now: now(), random: random(), timings, arrivedAt })
    const before = machine.status
    machine = next.machine
    for (const effect of next.effects) run(effect)
    if (!sameStatus(before, machine.status)) for (const listener of [...listeners]) listener(machine.status)
    if (event.type === 'wished' || event.type === 'nudged' || event.type === 'opened' || event.type === 'wait-over')
      return
    const settled = waiters
    waiters = []
    for (const resolve of settled) resolve()
  }

  function run(effect: Effect): void {
    switch (effect.type) {
      case 'end-session':
        endSession()
        break
      case 'open':
        clearTimer()
        void open(effect.deadlineMs)
        break
      case 'look':
        clearTimer()
        looking?.abort()
        looking = null
        timer = setTimeout(() => void look(effect.timeoutMs), effect.afterMs)
        break
      case 'wait':
        clearTimer()
        timer = setTimeout(() => {
          dispatch({ type: 'wait-over' })
        }, effect.ms)
        break
      default:
        unreachable(effect)
    }
  }

  function endSession(): void {
    current += 1
    clearTimer()
    looking?.abort()
    looking = null
    if (opening !== null) {
      opening.cancel()
      letGo(opening.settled)
      opening = null
    }
    if (session !== null) {
      letGo(session.close().catch(() => {}))
      session = null
    }
  }

  async function open(deadlineMs: number): Promise<void> {
    const mine = ++current
    await Promise.all(lettingGo)
    if (mine !== current || wish === null) return
    const attempt = openWithDeadline(wish.provider, wish.localPort, deadlineMs)
    opening = attempt
    let opened: TunnelSession
    try {
      opened = await attempt.session
    } catch (error) {
      if (mine !== current) return
      opening = null
      letGo(attempt.settled)
      const why = error instanceof Error ? error.message : String(error)
      const { code, retryAfterMs } = error instanceof TunnelOpenError ? error : new TunnelOpenError(why)
      dispatch({ type: 'open-failed', why, code, retryAfterMs })
      return
    }
    if (mine !== current) {
      letGo(opened.close().catch(() => {}))
      return
    }
    opening = null
    session = opened
    dispatch({ type: 'opened', url: opened.publicUrl, otherNameGiven: opened.otherNameGiven })
    opened.onEnd((why) => {
      if (mine === current) dispatch({ type: 'ended', why })
    })
  }

  async function look(timeoutMs: number): Promise<void> {
    timer = null
    if (session === null) return
    const controller = new AbortController()
    looking = controller
    const result = await probe(session.publicUrl, { desk: probeDesk, userAgent, timeoutMs, signal: controller.signal })
    if (looking !== controller) return
    looking = null
    dispatch({ type: 'looked', result })
  }

  function letGo(ending: Promise<void>): void {
    const bounded = withinTime(ending, LETTING_GO_MS).finally(() => lettingGo.delete(bounded))
    lettingGo.add(bounded)
  }

  function clearTimer(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }

  return {
    get status() {
      return machine.status
    },
    get downSince() {
      return machine.downSince
    },
    use(provider, localPort) {
      if (closed) return
      wish = provider === null || localPort === null ? null : { provider, localPort }
      if (provider === null) dispatch({ type: 'turned-off', provider: 'none', why: errorsWords().tunnel.off })
      else if (localPort === null) {
        const why = errorsWords().tunnel.offForReceiver
        dispatch({ type: 'turned-off', provider: provider.name, why })
      } else dispatch({ type: 'wished', provider: provider.name })
    },
    async probeNow() {
      if (closed || machine.phase.name === 'off' || machine.phase.name === 'refused') return
      const settled = new Promise<void>((resolve) => {
        waiters.push(resolve)
      })
      dispatch({ type: 'nudged' })
      await settled
    },
    onStatus(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    async close() {
      closed = true
      wish = null
      listeners.clear()
      dispatch({ type: 'turned-off', provider: 'none', why: errorsWords().tunnel.closed })
      await Promise.all(lettingGo)
    },
  }
}

/** Resolves when the promise settles or the time is over, whichever comes first. */
async function withinTime(promise: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([promise, late])
  clearTimeout(timer)
}

function sameStatus(a: TunnelStatus, b: TunnelStatus): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function unreachable(value: never): never {
  throw new Error(`not a case: ${JSON.stringify(value)}`)
}
