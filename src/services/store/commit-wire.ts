/**
 * A batch on its way between the threads. Captures are many and alike, and copying an object costs its names each time: the
 * numbers go as one array, what repeats goes once, and of a header list goes only what differs from one before it.
 */
import type { CapturedRequest, Kind, PlannedReply, Reading, Verdict } from '../../core/postback.ts'
import { KIND_NUMBERS, kindOf, VERDICT_NUMBERS, verdictFromNumber } from './column-codes.ts'
import { findingsFromText, findingsToText } from './findings-text.ts'
import type {
  Capture,
  CaptureResult,
  CapturesOnWire,
  CommitResult,
  HeadersOnWire,
  RepliesOnWire,
  ResultOnWire,
  StoredReply,
} from './messages.ts'
import type { StoreFailure } from './store-failure.ts'
import { storedSummary } from './stored-summary.ts'

/** Places within one capture's numbers. Words and plans stand there by number, -1 for null. */
const PLACE = {
  receivedAt: 0,
  remotePort: 1,
  bodyLength: 2,
  bodyComplete: 3,
  plan: 4,
  method: 5,
  httpVersion: 6,
  remoteAddress: 7,
} as const
const WIDTH = 8
const NONE = -1

/** Strings of a header list that may differ from the list before it, for the difference to be worth it. */
const FEW = 8

export function capturesToWire(captures: readonly Capture[]): CapturesOnWire {
  const numbers = new Float64Array(captures.length * WIDTH)
  const words = new Numbered()
  const plans = new Numbered()
  const headers: HeadersOnWire[] = []
  let before: readonly string[] | null = null
  const bodies: [number, Uint8Array][] = []
  const rejections: [number, NonNullable<CapturedRequest['rejection']>][] = []
  for (const [at, { request, reply }] of captures.entries()) {
    const start = at * WIDTH
    numbers[start + PLACE.receivedAt] = request.receivedAt
    numbers[start + PLACE.remotePort] = request.remotePort ?? NONE
    numbers[start + PLACE.bodyLength] = request.bodyLength
    numbers[start + PLACE.bodyComplete] = request.bodyComplete ? 1 : 0
    numbers[start + PLACE.plan] = plans.numberOf(planToText(reply))
    numbers[start + PLACE.method] = words.numberOf(request.method)
    numbers[start + PLACE.httpVersion] = words.numberOf(request.httpVersion)
    numbers[start + PLACE.remoteAddress] = words.numberOf(request.remoteAddress)
    headers.push(headersToWire(request.rawHeaders, before))
    before = request.rawHeaders
    if (request.body.byteLength > 0) bodies.push([at, request.body])
    if (request.rejection !== null) rejections.push([at, request.rejection])
  }
  const targets = captures.map(({ request }) => request.target)
  return { numbers, words: words.texts, plans: plans.texts, targets, headers, bodies, rejections }
}

const NO_BYTES = new Uint8Array(0)

export function capturesFromWire(wire: CapturesOnWire): Capture[] {
  const { numbers, words, targets } = wire
  const plans = wire.plans.map(planFromText)
  const bodies = new Map(wire.bodies)
  const rejections = new Map(wire.rejections)
  let before: readonly string[] = []
  return targets.map((target, at): Capture => {
    const number = (field: number): number => numbers[at * WIDTH + field] ?? NONE
    const word = (field: number): string | null => words[number(field)] ?? null
    const plan = plans[number(PLACE.plan)]
    before = headersFromWire(wire.headers[at] ?? null, before)
    if (plan === undefined) throw new Error('A capture came without its planned reply.')
    return {
      request: {
        receivedAt: number(PLACE.receivedAt),
        remotePort: orNull(number(PLACE.remotePort)),
        bodyLength: number(PLACE.bodyLength),
        bodyComplete: number(PLACE.bodyComplete) === 1,
        method: word(PLACE.method),
        httpVersion: word(PLACE.httpVersion),
        remoteAddress: word(PLACE.remoteAddress),
        target,
        rawHeaders: before,
        body: bodies.get(at) ?? NO_BYTES,
        rejection: rejections.get(at) ?? null,
      },
      reply: plan,
    }
  })
}

function orNull(number: number): number | null {
  return number === NONE ? null : number
}

/** Most come from the same sender as the one before. */
function headersToWire(list: readonly string[], before: readonly string[] | null): HeadersOnWire {
  if (before === null || before.length !== list.length) return list
  let but: (number | string)[] | null = null
  for (let at = 0; at < list.length; at += 1) {
    const text = list[at] ?? ''
    if (text === before[at]) continue
    but ??= []
    if (but.length === FEW * 2) return list
    but.push(at, text)
  }
  return but === null ? null : { but }
}

function headersFromWire(headers: HeadersOnWire, before: readonly string[]): readonly string[] {
  if (headers === null) return before
  if (!('but' in headers)) return headers
  const list = [...before]
  const { but } = headers
  for (let at = 0; at < but.length; at += 2) list[Number(but[at])] = String(but[at + 1])
  return list
}

/** Texts that repeat, by number. */
class Numbered {
  readonly texts: string[] = []
  readonly #numbers = new Map<string, number>()

  /** -1 for null. */
  numberOf(text: string | null): number {
    if (text === null) return NONE
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    this.#numbers.set(text, this.texts.length)
    return this.texts.push(text) - 1
  }
}

type Plan = [PlannedReply['status'], PlannedReply['headers'], string, number, PlannedReply['ending'] | null, boolean]

const texts = new WeakMap<PlannedReply, string>()
/** Endpoints keep their replies, so on either side the same one is the same object. */
const plansKnown = new Map<string, PlannedReply>()
const PLANS_KNOWN = 256

function planToText(reply: PlannedReply): string {
  const known = texts.get(reply)
  if (known !== undefined) return known
  const { status, headers, body, delayMs, ending, relay } = reply
  const text = JSON.stringify([status, headers, body, delayMs, ending ?? null, relay === true] satisfies Plan)
  texts.set(reply, text)
  return text
}

function planFromText(text: string): PlannedReply {
  const known = plansKnown.get(text)
  if (known !== undefined) return known
  // Written above, and by nobody else.
  const [status, headers, body, delayMs, ending, relay] = JSON.parse(text) as Plan
  const plan = { status, headers, body, delayMs, ...(ending && { ending }), ...(relay && { relay }) }
  if (plansKnown.size >= PLANS_KNOWN) plansKnown.clear()
  plansKnown.set(text, plan)
  return plan
}

export function repliesToWire(replies: readonly StoredReply[]): RepliesOnWire {
  const ids = new Float64Array(replies.length)
  const sentAt = new Float64Array(replies.length)
  const senderGone = new Uint8Array(replies.length)
  const actual: [number, NonNullable<StoredReply['actual']>][] = []
  for (const [at, reply] of replies.entries()) {
    ids[at] = reply.id
    sentAt[at] = reply.sentAt ?? Number.NaN
    senderGone[at] = reply.senderGone ? 1 : 0
    if (reply.actual !== undefined) actual.push([at, reply.actual])
  }
  return { ids, sentAt, senderGone, actual }
}

export function repliesFromWire(wire: RepliesOnWire): StoredReply[] {
  const actual = new Map(wire.actual)
  return Array.from(wire.ids, (id, at): StoredReply => {
    const sentAt = wire.sentAt[at] ?? Number.NaN
    const known = actual.get(at)
    return {
      id,
      sentAt: Number.isNaN(sentAt) ? null : sentAt,
      senderGone: wire.senderGone[at] === 1,
      ...(known && { actual: known }),
    }
  })
}

const NO_VERDICT = 255

export function resultToWire({ results, refusal }: CommitResult): ResultOnWire {
  const count = results.length
  const wire = {
    ids: new Float64Array(count),
    kinds: new Uint8Array(count),
    verdicts: new Uint8Array(count).fill(NO_VERDICT),
    endpointIds: [] as (string | null)[],
    userIds: [] as (string | null)[],
    amounts: [] as (string | null)[],
    amountValues: [] as (string | null | true)[],
    extras: [] as [number, Reading['extras']][],
    findings: [] as [number, string][],
    failures: [] as [number, StoreFailure][],
    refusal,
  }
  for (const [at, result] of results.entries()) {
    if (!result.ok) {
      wire.failures.push([at, result.failure])
      continue
    }
    const { summary } = result
    const { extras, findings } = summary
    wire.ids[at] = summary.id
    wire.kinds[at] = KIND_NUMBERS[summary.kind]
    if (summary.verdict !== null) wire.verdicts[at] = VERDICT_NUMBERS[summary.verdict]
    wire.endpointIds[at] = summary.endpointId
    wire.userIds[at] = summary.userId
    wire.amounts[at] = summary.rewardAmount
    wire.amountValues[at] = summary.amountValue === summary.rewardAmount ? true : summary.amountValue
    if (extras.length > 0) wire.extras.push([at, extras])
    const text = findingsToText(findings)
    if (text !== null) wire.findings.push([at, text])
  }
  return wire
}

const NO_EXTRAS: Reading['extras'] = []

/** `captures` are those that were sent: what the caller has need not come back. */
export function resultFromWire(wire: ResultOnWire, captures: readonly Capture[]): CommitResult {
  const extras = new Map(wire.extras)
  const findings = new Map(wire.findings)
  const failures = new Map(wire.failures)
  const results = captures.map(({ request, reply }, at): CaptureResult => {
    const failure = failures.get(at)
    if (failure !== undefined) return { ok: false, failure }
    const kind: Kind = kindOf(wire.kinds[at] ?? NONE)
    const verdict = wire.verdicts[at] ?? NO_VERDICT
    const known: Verdict | null = verdict === NO_VERDICT ? null : verdictFromNumber(verdict)
    const rewardAmount = wire.amounts[at] ?? null
    const amountValue = wire.amountValues[at] ?? null
    const reading: Reading = {
      kind,
      endpointId: wire.endpointIds[at] ?? null,
      userId: wire.userIds[at] ?? null,
      rewardAmount,
      amountValue: amountValue === true ? rewardAmount : amountValue,
      extras: extras.get(at) ?? NO_EXTRAS,
      findings: findingsFromText(findings.get(at) ?? null),
      verdict: known,
    }
    return { ok: true, summary: storedSummary(wire.ids[at] ?? 0, request, reply, reading) }
  })
  return { results, refusal: wire.refusal }
}
