import type { DeafSpan, Expectation, NearArrival, Outcome } from './expectation.ts'
import { type Arrival, type Comparison, compareArrival, concerns, isExact } from './expectation-match.ts'
import type { Outage } from './status.ts'

/** How many arrivals that resemble it an expectation names, and how many spans without listening. */
const MOST_ALIKE = 100
const MOST_SPANS = 50

/** Every rule on what an arrival means for the expectations that run. No clock and no store: it is told. */
export interface ExpectationWatch {
  /** Those that still wait, in the order in which they were armed, with the closest arrival so far. */
  readonly running: readonly Expectation[]
  /** Begins to wait; or remembers one that is met already, whose postback is taken. */
  add(expectation: Expectation): void
  remove(id: string): void
  /** Takes an arrival into account, in order of arrival. Answers with what changed and is worth telling. */
  arrive(arrival: Arrival): readonly Expectation[]
  /** Its time is over: the final word. Null where it no longer runs. */
  settle(id: string, outages: readonly Outage[], now: number): Expectation | null
  cancel(id: string, now: number): Expectation | null
  /** Those that ended before this time can be forgotten: nothing that arrives can concern them any more. */
  forget(before: number): void
}

interface Waiting {
  readonly expectation: Expectation
  readonly nearest: (NearArrival & Pick<Comparison, 'resembles'>) | null
  readonly rank: number
  readonly alike: readonly number[]
  readonly others: number
}

export function createExpectationWatch(): ExpectationWatch {
  const waiting = new Map<string, Waiting>()
  const met = new Map<string, Expectation>()
  /** Postbacks that met an expectation: each meets one. */
  const taken = new Map<number, string>()

  function end(id: string, outcome: Outcome): Expectation | null {
    const found = waiting.get(id)
    if (!found) return null
    waiting.delete(id)
    return remember({ ...found.expectation, outcome })
  }

  function remember(ended: Expectation): Expectation {
    if (ended.outcome.state === 'met') {
      met.set(ended.id, ended)
      taken.set(ended.outcome.postbackId, ended.id)
    }
    return ended
  }

  return {
    get running() {
      return [...waiting.values()].map(shown)
    },
    add(expectation) {
      if (expectation.outcome.state !== 'pending') remember(expectation)
      else {
        waiting.set(expectation.id, {
          expectation,
          nearest: null,
          rank: Number.POSITIVE_INFINITY,
          alike: [],
          others: 0,
        })
      }
    },
    remove(id) {
      waiting.delete(id)
    },
    arrive(arrival) {
      if (arrival.kind !== 'postback' || taken.has(arrival.id)) return []
      const concerned = [...waiting.values()].filter(({ expectation }) => concerns(expectation, arrival))
      // The one with the least time left goes first, so that of equal ones as many as possible are met.
      const [first] = concerned
        .filter(({ expectation }) => isExact(expectation, arrival))
        .sort((a, b) => a.expectation.until - b.expectation.until)
      if (first) {
        const outcome: Outcome = { state: 'met', postbackId: arrival.id, endedAt: arrival.receivedAt }
        return [end(first.expectation.id, outcome)].filter((each) => each !== null)
      }
      // A second delivery of what another expectation was waiting for is no wrong answer to this one.
      if ([...met.values()].some((other) => concerns(other, arrival) && isExact(other, arrival))) return []
      return concerned.flatMap((each) => {
        const next = withArrival(each, arrival)
        waiting.set(each.expectation.id, next)
        return next.nearest === each.nearest ? [] : [shown(next)]
      })
    },
    settle(id, outages, now) {
      const found = waiting.get(id)
      return found ? end(id, finalOutcome(found, outages, now)) : null
    },
    cancel: (id, now) => end(id, { state: 'cancelled', endedAt: now }),
    forget(before) {
      for (const { id, until, outcome } of met.values()) {
        if (until >= before) continue
        met.delete(id)
        if (outcome.state === 'met') taken.delete(outcome.postbackId)
      }
    },
  }
}

function withArrival(before: Waiting, arrival: Arrival): Waiting {
  const compared = compareArrival(before.expectation, arrival)
  if (compared === null || compared.resembles === 'not') return { ...before, others: before.others + 1 }
  const alike = [...before.alike, arrival.id].slice(-MOST_ALIKE)
  const rank = compared.distance + (compared.resembles === 'closely' ? 0 : 1_000_000)
  // Of two that are as close the newer one: it shows what the last attempt changed.
  if (rank > before.rank) return { ...before, alike }
  const { id: postbackId, receivedAt } = arrival
  const { differences, resembles } = compared
  return { ...before, alike, rank, nearest: { postbackId, receivedAt, differences, resembles } }
}

function shown({ expectation, nearest }: Waiting): Expectation {
  return { ...expectation, outcome: { state: 'pending', nearest: nearest && plain(nearest) } }
}

function finalOutcome(
  { expectation, nearest, alike, others }: Waiting,
  outages: readonly Outage[],
  now: number,
): Outcome {
  const spans = deafSpans(expectation, outages)
  // Where we did not listen all the time, an arrival that may be like it by chance is no answer.
  if (nearest && (nearest.resembles === 'closely' || spans.length === 0)) {
    return { state: 'mismatched', nearest: plain(nearest), alike, endedAt: now }
  }
  const rest = others + alike.length
  if (spans.length > 0) return { state: 'not-listening', spans, others: rest, endedAt: now }
  return { state: 'expired', others: rest, endedAt: now }
}

function plain({ postbackId, receivedAt, differences }: NearArrival): NearArrival {
  return { postbackId, receivedAt, differences }
}

/** The parts of the expectation's time that outages cover. */
function deafSpans({ armedAt, until }: Expectation, outages: readonly Outage[]): readonly DeafSpan[] {
  return outages
    .filter(({ from, to }) => from < until && (to === null || to > armedAt))
    .slice(0, MOST_SPANS)
    .map(({ reason, from, to, why }) => ({
      reason,
      from: Math.max(from, armedAt),
      to: Math.min(to ?? until, until),
      why,
    }))
}
