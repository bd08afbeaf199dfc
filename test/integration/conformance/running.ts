import { onTestFinished } from 'vitest'
import { executeRun, prepareRun } from '../../../src/app/conformance-run.ts'
import { createOutgoingDesk } from '../../../src/app/outgoing-desk.ts'
import { type ConformanceOptions, conformanceOptionsSchema } from '../../../src/core/conformance/options.ts'
import type { ConformanceRun, ScenarioResult } from '../../../src/core/conformance/run.ts'
import { verdictOf } from '../../../src/core/conformance/verdicts.ts'
import { createHttpSender } from '../../../src/services/forwarder/http-sender.ts'
import { type RewardBackend, type RunningBackend, serveBackend } from '../../support/backends/reward-backend.ts'

/** Serves a backend until the test is over. */
export async function aBackend(backend: RewardBackend): Promise<RunningBackend> {
  const running = await serveBackend(backend)
  onTestFinished(() => running.close())
  return running
}

export function optionsFor(url: string, more: Partial<ConformanceOptions> = {}): ConformanceOptions {
  return conformanceOptionsSchema.parse({
    url,
    names: {
      userIdParam: 'user_id',
      rewardAmountParam: 'reward_amount',
      transactionIdParam: null,
      constants: [],
    },
    scenarioIds: [],
    balanceUrl: null,
    balanceField: null,
    knownUser: null,
    timeoutMs: 5000,
    confirmed: false,
    ...more,
  })
}

/** Runs the check to its end. */
export async function check(
  options: ConformanceOptions,
  signal = new AbortController().signal,
): Promise<ConformanceRun> {
  const sender = createHttpSender()
  const desk = createOutgoingDesk({ sender, receiver: { status: { url: null } }, tunnel: { status: { url: null } } })
  try {
    return await executeRun(prepareRun('run-1', options, desk, '1.2.3'), { desk, version: '1.2.3', signal })
  } finally {
    desk.close()
    sender.close()
  }
}

export function resultOf(run: ConformanceRun, scenarioId: string): ScenarioResult {
  const result = run.results.find((one) => one.scenarioId === scenarioId)
  if (!result) throw new Error(`${scenarioId} was not run`)
  return result
}

/** Ids of the scenarios that came to this. */
export function idsWith(run: ConformanceRun, verdict: ReturnType<typeof verdictOf>): readonly string[] {
  return run.results.filter((result) => verdictOf(result) === verdict).map(({ scenarioId }) => scenarioId)
}
