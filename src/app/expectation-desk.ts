import { randomUUID } from 'node:crypto'
import { CallError } from '../contract/errors.ts'
import type { Arming, Expectation } from '../core/expectation.ts'
import type { ExpectationPageRequest } from '../core/expectation-records.ts'
import { createExpectationWatch } from '../core/expectation-watch.ts'
import type { Page, PostbackStore } from '../core/ports.ts'
import type { PostbackSummary } from '../core/postback.ts'
import type { Outage } from '../core/status.ts'
import { errorsWords } from '../words/of/errors.ts'
import { createDeadline } from './deadline.ts'
import { replayArrivals } from './expectation-replay.ts'
import { createOutcomeWriter } from './outcome-writer.ts'

/** So many wait at once: each arrival is compared with all of them. */
const MOST_RUNNING = 100
/** A postback that arrived in the last moment may still be on its way to the disk. */
const COMMIT_GRACE_MS = 250
/** A timer this late means that the machine slept; it takes a moment until that is noted as an outage. */
const SLEPT_FROM_MS = 5_000
const SLEEP_IS_NOTED_MS = 6_000
/** A request is committed long before this after the arrival of its head. */
const LONG_GONE_MS = 600_000

/** Arms expectations, matches them with what is captured, and says what became of them. */
export interface ExpectationDesk {
  arm(arming: Arming): Promise<Expectation>
  armAgain(id: string): Promise<Expectation>
  cancel(id: string): Promise<Expectation>
  /** Kept ones, with every outcome that was told before. */
  list(request: ExpectationPageRequest): Promise<Page<Expectation>>
  clearEnded(): Promise<readonly string[]>
  restore(ids: readonly string[]): Promise<readonly Expectation[]>
  /** Captures that are on disk, in order of arrival. */
  received(postbacks: readonly PostbackSummary[]): void
  close(): Promise<void>
}

export interface ExpectationDeskParts {
  readonly store: Pick<PostbackStore, 'expectations' | 'page'>
  readonly hasEndpoint: (id: string) => boolean
  /** Everything known of when nobody could have reached us, up to now. */
  readonly outages: (from: number, to: number) => Promise<readonly Outage[]>
  readonly onChange: (change: { changed: readonly Expectation[]; removed: readonly string[] }) => void
  readonly onBug: (error: unknown) => void
  readonly now?: () => number
}

/**
 * Takes up what an earlier run left waiting: what was stored in its time is looked at again, so nothing that a crash
 * kept from being noted is lost, and no postback meets two expectations.
 */
export function createExpectationDesk(parts: ExpectationDeskParts): ExpectationDesk {
  const { store, outages, onChange, onBug, now = Date.now } = parts
  const { expectations } = store
  const watch = createExpectationWatch()
  const outcomes = createOutcomeWriter(expectations, onBug)
  const deadline = createDeadline(now, (late) => {
    if (late > SLEPT_FROM_MS) deadline.set(now() + SLEEP_IS_NOTED_MS)
    else void settleDue()
  })
  let closed = false
  /** What arrives before the stored ones have been looked at; null afterwards. */
  let early: PostbackSummary[] | null = []
  const ready = replayArrivals(store, watch)
    .then((replayed) => {
      tell(replayed.changed)
      const since = early ?? []
      early = null
      arrive(since.filter(({ id }) => id > replayed.lastId))
      if (!closed) void settleDue()
    })
    .catch((error: unknown) => {
      early = null
      onBug(error)
    })

  function tell(changed: readonly Expectation[], write = true): void {
    if (changed.length === 0) return
    if (write) for (const expectation of changed) outcomes.write(expectation)
    onChange({ changed, removed: [] })
  }

  function arrive(postbacks: readonly PostbackSummary[]): void {
    // One that changes several times in a burst is told of once.
    const changed = new Map<string, Expectation>()
    for (const postback of postbacks) for (const each of watch.arrive(postback)) changed.set(each.id, each)
    tell([...changed.values()])
    if (changed.size > 0) plan()
  }

  function plan(): void {
    const ends = watch.running.map(({ until }) => until)
    deadline.set(closed || ends.length === 0 ? null : Math.min(...ends) + COMMIT_GRACE_MS)
  }

  async function settleDue(): Promise<void> {
    try {
      for (const { id, armedAt, until } of watch.running) {
        if (until + COMMIT_GRACE_MS > now()) continue
        const found = await outages(armedAt, until)
        if (closed) return
        const settled = watch.settle(id, found, Math.min(now(), until))
        if (settled) tell([settled])
      }
    } catch (error) {
      // The outages could not be read: it stays open and is tried again.
      onBug(error)
      deadline.set(now() + SLEEP_IS_NOTED_MS)
      return
    }
    plan()
  }

  async function arm(arming: Arming): Promise<Expectation> {
    await ready
    watch.forget(now() - LONG_GONE_MS)
    if (!parts.hasEndpoint(arming.endpointId)) {
      const message = errorsWords().expectation.endpointGone
      throw new CallError('not-found', message, [{ path: ['endpointId'], message }])
    }
    if (watch.running.length >= MOST_RUNNING) {
      throw new CallError('refused', errorsWords().expectation.most(MOST_RUNNING))
    }
    const { endpointId, userId, amount, waitMs } = arming
    const armedAt = now()
    const expectation: Expectation = {
      id: randomUUID(),
      endpointId,
      userId,
      amount,
      armedAt,
      until: armedAt + waitMs,
      outcome: { state: 'pending', nearest: null },
    }
    // Before it is stored, for what arrives meanwhile counts.
    watch.add(expectation)
    try {
      await expectations.add(expectation)
    } catch (error) {
      watch.remove(expectation.id)
      throw error
    }
    const current = watch.running.find(({ id }) => id === expectation.id)
    if (current) tell([current], current.outcome !== expectation.outcome)
    plan()
    return expectation
  }

  return {
    arm,
    async armAgain(id) {
      const [found] = await expectations.byIds([id])
      if (!found) throw gone()
      const { endpointId, userId, amount, armedAt, until } = found
      return arm({ endpointId, userId, amount, waitMs: until - armedAt })
    },
    async cancel(id) {
      await ready
      const cancelled = watch.cancel(id, now())
      if (cancelled === null) {
        const [found] = await expectations.byIds([id])
        throw found ? new CallError('conflict', errorsWords().expectation.ended) : gone()
      }
      tell([cancelled])
      plan()
      await outcomes.settled()
      return cancelled
    },
    async list(request) {
      await outcomes.settled()
      return expectations.list(request)
    },
    async clearEnded() {
      // What has ended just now is to go with the others.
      await outcomes.settled()
      const ids = await expectations.clearEnded()
      if (ids.length > 0) onChange({ changed: [], removed: ids })
      return ids
    },
    async restore(ids) {
      const restored = await expectations.restore(ids)
      tell(restored, false)
      return restored
    },
    received(postbacks) {
      if (early === null) arrive(postbacks)
      else early.push(...postbacks)
    },
    async close() {
      closed = true
      deadline.set(null)
      await ready
      deadline.set(null)
      await outcomes.close()
    },
  }
}

function gone(): CallError {
  return new CallError('not-found', errorsWords().expectation.gone)
}
