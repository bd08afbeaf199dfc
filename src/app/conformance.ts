import { randomUUID } from 'node:crypto'
import { CallError } from '../contract/errors.ts'
import type { EventLog } from '../contract/event-log.ts'
import type { ConformanceOptions } from '../core/conformance/options.ts'
import type { ConformanceRun, ConformanceRunHead, ScenarioResult } from '../core/conformance/run.ts'
import { headOf, withAnswer } from '../core/conformance/verdicts.ts'
import type { ConformanceRecords } from '../core/conformance-records.ts'
import { StoreError } from '../core/ports.ts'
import { aboutScenario, type Scenario } from '../core/scenarios/scenario.ts'
import { errorsWords } from '../words/of/errors.ts'
import { executeRun, prepareRun } from './conformance-run.ts'
import type { OutgoingDesk } from './outgoing-desk.ts'

/** The conformance check of a running inspector: one run at a time, the latest kept. */
export interface ConformanceControl {
  /** Answers at once; events tell the rest. Throws a `CallError`. */
  start(options: ConformanceOptions): ConformanceRun
  cancel(runId: string): void
  latest(): Promise<readonly ConformanceRunHead[]>
  run(runId: string): Promise<ConformanceRun | null>
  answer(runId: string, answer: Parameters<typeof withAnswer>[1]): Promise<ConformanceRun>
  /** Cancels what is under way and keeps it. */
  close(): Promise<void>
}

interface UnderWay {
  run: ConformanceRun
  readonly abort: AbortController
  ended: Promise<void>
}

export function createConformanceControl(parts: {
  readonly desk: OutgoingDesk
  readonly records: ConformanceRecords
  readonly version: string
  readonly emit: EventLog['emit']
  readonly onBug: (error: unknown) => void
}): ConformanceControl {
  const { desk, records, version } = parts
  let underWay: UnderWay | null = null
  // Answers one after the other: each is added to what the one before has kept.
  let answers: Promise<unknown> = Promise.resolve()

  const tell = (run: ConformanceRun, current: Scenario | null, result: ScenarioResult | null): void => {
    const { id: runId, state, why, endedAt, total } = run
    const done = run.results.length
    parts.emit('conformance.progressed', {
      ...{ runId, state, why, endedAt, done, total, result },
      current: current === null ? null : aboutScenario(current).title,
    })
  }

  async function follow(now: UnderWay, prepared: ReturnType<typeof prepareRun>): Promise<void> {
    try {
      const ended = await executeRun(prepared, {
        ...{ desk, version, signal: now.abort.signal },
        onScenario: (scenario) => tell(now.run, scenario, null),
        onResult(result) {
          now.run = { ...now.run, results: [...now.run.results, result] }
          tell(now.run, null, result)
        },
      })
      now.run = ended
      await records.save(ended)
    } catch (error) {
      // What was found so far is still shown; it could not be kept, or the run met a fault of ours.
      const why = error instanceof Error ? error.message : errorsWords().conformance.endedUnexpectedly
      now.run = { ...now.run, state: 'cancelled', why, endedAt: Date.now() }
      if (!(error instanceof StoreError)) parts.onBug(error)
    }
    underWay = null
    tell(now.run, null, null)
  }

  async function byId(runId: string): Promise<ConformanceRun | null> {
    return underWay?.run.id === runId ? underWay.run : records.byId(runId)
  }

  async function keepAnswer(runId: string, answer: Parameters<typeof withAnswer>[1]): Promise<ConformanceRun> {
    if (underWay?.run.id === runId) throw new CallError('conflict', errorsWords().conformance.notEnded)
    const run = await records.byId(runId)
    if (run === null) throw new CallError('not-found', errorsWords().conformance.gone)
    const next = withAnswer(run, answer)
    if (next === null) throw new CallError('not-found', errorsWords().conformance.noQuestion)
    await records.save(next)
    return next
  }

  return {
    start(options) {
      if (underWay !== null) throw new CallError('conflict', errorsWords().conformance.underWay)
      const prepared = prepareRun(randomUUID(), options, desk, version)
      const now: UnderWay = { run: prepared.run, abort: new AbortController(), ended: Promise.resolve() }
      underWay = now
      now.ended = follow(now, prepared)
      return now.run
    },
    cancel(runId) {
      if (underWay?.run.id === runId) underWay.abort.abort()
    },
    async latest() {
      const kept = await records.latest()
      return underWay === null ? kept : [headOf(underWay.run), ...kept]
    },
    run: byId,
    answer(runId, answer) {
      const answered = answers.then(() => keepAnswer(runId, answer))
      answers = answered.catch(() => {})
      return answered
    },
    async close() {
      underWay?.abort.abort()
      await underWay?.ended
      await answers
    },
  }
}
