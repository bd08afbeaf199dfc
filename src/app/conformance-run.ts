import { randomInt } from 'node:crypto'
import { CallError } from '../contract/errors.ts'
import { type Evidence, exchangeOf, type Reply, replyOf } from '../core/conformance/evidence.ts'
import { judge } from '../core/conformance/judge.ts'
import type { ConformanceOptions } from '../core/conformance/options.ts'
import { balanceUrlFor, readBalance } from '../core/conformance/read-balance.ts'
import type { Balance, ConformanceRun, ScenarioResult } from '../core/conformance/run.ts'
import { readConformanceTarget } from '../core/conformance/target.ts'
import type { SendFailure } from '../core/outgoing.ts'
import type { RunScope } from '../core/scenarios/context.ts'
import { aboutScenario, type Delivery, type Scenario, type ScenarioPlan } from '../core/scenarios/scenario.ts'
import { chosenScenarios, planScenario } from '../core/scenarios/table.ts'
import { readTargetUrl, type TargetUrl } from '../core/target-url.ts'
import { errorsWords } from '../words/of/errors.ts'
import type { OutgoingDesk } from './outgoing-desk.ts'

/** A backend that fails in one of these ways is not there at all. */
const UNREACHABLE: ReadonlySet<SendFailure['code']> = new Set(['refused', 'dns', 'tls', 'unreachable'])
const NO_BODY = new Uint8Array()
/** So much of a reply is read, in bytes: a postback’s reply is a line, and all of it is looked through. */
const REPLY_CAP = 64 * 1024

export interface ConformanceParts {
  readonly desk: OutgoingDesk
  readonly version: string
  readonly signal: AbortSignal
  /** A scenario begins. */
  readonly onScenario?: (scenario: Scenario) => void
  /** A scenario has ended. */
  readonly onResult?: (result: ScenarioResult) => void
}

/** A run with its policy checked and its ids drawn, before anything is sent. */
export interface PreparedRun {
  readonly run: ConformanceRun
  readonly options: ConformanceOptions
  readonly url: TargetUrl
  readonly scope: RunScope
}

/** Throws a `CallError` where the URL is none, or not local and not confirmed. */
export function prepareRun(id: string, options: ConformanceOptions, desk: OutgoingDesk, version: string): PreparedRun {
  const target = readConformanceTarget(options.url, options.names)
  if (!target.ok) throw atField('url', 'invalid-input', target.sentence)
  for (const [field, text] of [
    ['url', target.url.origin],
    ['balanceUrl', options.balanceUrl === null ? null : originOf(options.balanceUrl)],
  ] as const) {
    const checked = text === null ? null : desk.check(text, options.confirmed)
    if (checked !== null && !checked.ok) {
      throw atField(field, checked.reason === 'not-confirmed' ? 'refused' : 'invalid-input', checked.sentence)
    }
  }
  const scope: RunScope = {
    prefix: `adjump-test-${randomText(6)}`,
    // The last digit is not zero: a backend that writes amounts without trailing zeros then writes all three.
    decimals: `${String(randomInt(10, 100))}${String(randomInt(1, 10))}`,
    knownUser: options.knownUser,
  }
  const { userIdParam, rewardAmountParam, transactionIdParam, constants } = target.names
  return {
    options,
    url: target.url,
    scope,
    run: {
      id,
      state: 'running',
      why: null,
      startedAt: Date.now(),
      endedAt: null,
      version,
      url: options.url.trim(),
      names: { userIdParam, rewardAmountParam, transactionIdParam, constants: constants.map(([a, b]) => [a, b]) },
      balanceUrl: options.balanceUrl,
      balanceField: options.balanceField,
      prefix: scope.prefix,
      knownUser: options.knownUser,
      total: chosenScenarios(options.scenarioIds).length,
      results: [],
    },
  }
}

/** Runs the chosen scenarios one after the other. Never rejects for what the backend does; resolves with the ended run. */
export async function executeRun(prepared: PreparedRun, parts: ConformanceParts): Promise<ConformanceRun> {
  const results: ScenarioResult[] = []
  const ended = (state: ConformanceRun['state'], why: string | null): ConformanceRun => ({
    ...prepared.run,
    state,
    why,
    endedAt: Date.now(),
    results,
  })
  for (const scenario of chosenScenarios(prepared.options.scenarioIds)) {
    if (parts.signal.aborted) break
    parts.onScenario?.(scenario)
    const outcome = await runScenario(scenario, prepared, parts)
    if (outcome.unreachable !== null && results.length === 0) return ended('unreachable', outcome.unreachable)
    if (parts.signal.aborted) break
    results.push(outcome.result)
    parts.onResult?.(outcome.result)
  }
  if (!parts.signal.aborted) return ended('finished', null)
  const why = errorsWords().conformance.cancelledAfter(results.length, prepared.run.total)
  return ended('cancelled', why)
}

async function runScenario(
  scenario: Scenario,
  prepared: PreparedRun,
  parts: ConformanceParts,
): Promise<{ readonly result: ScenarioResult; readonly unreachable: string | null }> {
  const { url, scope, run } = prepared
  const startedAt = Date.now()
  const start = performance.now()
  const plan = planScenario(scenario, url, run.names, scope)
  const send = sender(prepared, parts)

  const before = await readBalances(plan, prepared, send)
  const replies: (readonly Reply[])[] = []
  for (const delivery of plan.deliveries) {
    replies.push(await Promise.all(Array.from({ length: delivery.atOnce }, () => send.delivery(delivery))))
  }
  const after = await readBalances(plan, prepared, send)

  const evidence: Evidence = { replies, balances: pairUp(before, after) }
  const { userIdParam, rewardAmountParam } = run.names
  const judged = judge(plan, evidence, { userIdParam, rewardAmountParam, freshUsers: scope.knownUser === null })
  const { id: scenarioId, group } = scenario
  const { title, correct } = aboutScenario(scenario)
  const failure = replies[0]?.[0]?.failure ?? null
  return {
    result: {
      ...{ scenarioId, group, title, correct, startedAt, durationMs: performance.now() - start, ...judged },
      exchanges: plan.deliveries.map((delivery, index) => exchangeOf(delivery, replies[index] ?? [])),
      balances: evidence.balances ?? [],
    },
    unreachable: failure !== null && UNREACHABLE.has(failure.code) ? failure.sentence : null,
  }
}

interface Send {
  delivery(delivery: Delivery): Promise<Reply>
  get(url: TargetUrl): Promise<Reply>
}

function sender({ options, url }: PreparedRun, { desk, version, signal }: ConformanceParts): Send {
  const rawHeaders = ['User-Agent', `adjump-inspector/${version}`, 'Accept', '*/*']
  const how = { timeoutMs: options.timeoutMs, signal, confirmed: options.confirmed, bodyCap: REPLY_CAP }
  return {
    async delivery({ method, target, dripMs }) {
      const request = { origin: url.origin, method, target, rawHeaders, body: NO_BODY }
      return replyOf(await desk.send(request, { ...how, timeoutMs: options.timeoutMs + dripMs, dripMs }))
    },
    async get({ origin, path, query }) {
      const target = query === null ? path : `${path}?${query}`
      return replyOf(await desk.send({ origin, method: 'GET', target, rawHeaders, body: NO_BODY }, how))
    },
  }
}

type ReadBalances = readonly {
  readonly userId: string
  readonly value: string | null
  readonly problem: string | null
}[]

async function readBalances(plan: ScenarioPlan, { options }: PreparedRun, send: Send): Promise<ReadBalances | null> {
  const { balanceUrl, balanceField } = options
  if (balanceUrl === null) return null
  const found = []
  for (const { userId } of [...plan.accounts, ...plan.aliases]) {
    const read = readTargetUrl(balanceUrlFor(balanceUrl, userId))
    const balance = read.ok
      ? readBalance(await send.get(read.url), balanceField)
      : { value: null, problem: read.sentence }
    found.push({ userId, ...balance })
  }
  return found
}

function pairUp(before: ReadBalances | null, after: ReadBalances | null): readonly Balance[] | null {
  if (before === null || after === null) return null
  return before.map(({ userId, value, problem }, index) => {
    const later = after[index]
    return { userId, before: value, after: later?.value ?? null, problem: problem ?? later?.problem ?? null }
  })
}

function originOf(url: string): string {
  const read = readTargetUrl(url)
  return read.ok ? read.url.origin : url
}

function atField(field: string, code: 'invalid-input' | 'refused', sentence: string): CallError {
  return new CallError(code, sentence, [{ path: ['options', field], message: sentence }])
}

function randomText(length: number): string {
  const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('')
}
