import { deliveriesWords } from '../words/of/deliveries.ts'
import { TRANSACTION_ID_FIELD } from './endpoint.ts'
import type { PostbackSummary, ReplyEnding } from './postback.ts'

/** What of a stored postback its place in a series depends on. */
export type Attempt = Pick<
  PostbackSummary,
  'id' | 'receivedAt' | 'endpointId' | 'userId' | 'rewardAmount' | 'extras' | 'target' | 'reply'
>

/** One attempt of a series; `spacing` is the time since the one before it, in ms, null for the first. */
export interface SpacedAttempt<A extends Attempt = Attempt> {
  readonly attempt: A
  readonly spacing: number | null
  readonly answer: string
}

/**
 * Groups postbacks (oldest first) into deliveries of the same reward: same endpoint, user id, amount text and
 * transaction id; without user id or amount, the same target. Series in the order of their newest attempt, newest
 * first; attempts oldest first.
 */
export function groupDeliveries<A extends Attempt>(attempts: readonly A[]): readonly (readonly A[])[] {
  const series = new Map<string, A[]>()
  for (const attempt of attempts) {
    const key = deliveryKey(attempt)
    const found = series.get(key) ?? []
    // Put in anew, so that the series with the newest attempt comes last.
    series.delete(key)
    series.set(key, [...found, attempt])
  }
  return [...series.values()].toReversed()
}

function deliveryKey({ endpointId, userId, rewardAmount, extras, target }: Attempt): string {
  const transaction = extras.find(({ field }) => field === TRANSACTION_ID_FIELD)?.value
  const values = [endpointId, userId, rewardAmount, transaction === '' ? null : (transaction ?? null)]
  return JSON.stringify(userId && rewardAmount ? values : [...values, target])
}

/** A series with the time between its attempts and what each was answered. */
export function spaced<A extends Attempt>(attempts: readonly A[]): readonly SpacedAttempt<A>[] {
  return attempts.map((attempt, at) => {
    const before = attempts[at - 1]
    const spacing = before === undefined ? null : Math.max(0, attempt.receivedAt - before.receivedAt)
    return { attempt, spacing, answer: answerOf(attempt.reply) }
  })
}

/** A reply's ending; `complete` where the summary does not name one. */
export function endingOf({ ending }: PostbackSummary['reply']): ReplyEnding {
  return ending ?? 'complete'
}

/** What an attempt was answered: `500`, `no reply (silence)`, `reset`, `200, cut`. */
export function answerOf(reply: PostbackSummary['reply']): string {
  const { answers } = deliveriesWords()
  const ending = endingOf(reply)
  if (ending === 'complete') return String(reply.status)
  return ending === 'cut' ? answers.cut(reply.status) : answers[ending]
}

/** The same behind “after”: `a 500`, `a reset`. */
function afterWhat(reply: PostbackSummary['reply']): string {
  const ending = endingOf(reply)
  const { causes } = deliveriesWords()
  if (ending === 'silence' || ending === 'reset') return causes[ending]
  if (ending === 'cut') return causes.cut(reply.status)
  return reply.senderGone ? causes.notAwaited(reply.status) : causes.complete(reply.status)
}

/**
 * What the sender did, in a sentence: “3 attempts; after a 500 it came again after 10.2 s, then 60.1 s; after a 200
 * it stopped.” Empty for no attempts.
 */
export function describeSeries(attempts: readonly Attempt[]): string {
  const last = attempts.at(-1)
  if (last === undefined) return ''
  const w = deliveriesWords().series
  const parts = [w.attempts(attempts.length)]
  let previous: string | null = null
  for (const [at, { reply, receivedAt }] of attempts.slice(0, -1).entries()) {
    const cause = afterWhat(reply)
    const gap = shortSpan((attempts[at + 1]?.receivedAt ?? receivedAt) - receivedAt)
    const sentence = cause === previous ? w.andAfter(gap) : w.again(cause, gap)
    if (cause === previous) parts.push(`${parts.pop() ?? ''}, ${sentence}`)
    else parts.push(sentence)
    previous = cause
  }
  const accepted = endingOf(last.reply) === 'complete' && last.reply.status < 300 && !last.reply.senderGone
  const cause = afterWhat(last.reply)
  parts.push(accepted ? w.stopped(cause) : w.notAgain(cause))
  return `${parts.join('; ')}.`
}

/** A length of time in a sentence: `350 ms`, `10.2 s`, `3 min 5 s`, `2 h 10 min`, `3 d 4 h`. */
function shortSpan(ms: number): string {
  const span = Math.max(0, ms)
  if (span < 1000) return `${String(span)} ms`
  // Up to two minutes: a retry after 60.1 s is one after 60 s and the way.
  if (span < 120_000) return tenths(span)
  return longSpan(span)
}

/** Rounded to a tenth of a second without floating point: 10249 is `10.2 s`. */
function tenths(ms: number): string {
  const rounded = Math.round(ms / 100)
  return deliveriesWords().seconds(Math.floor(rounded / 10), String(rounded % 10))
}

function longSpan(ms: number): string {
  const seconds = Math.round(ms / 1000)
  const minutes = Math.floor(seconds / 60)
  const hours = Math.floor(minutes / 60)
  if (hours >= 24) return pair(Math.floor(hours / 24), 'd', hours % 24, 'h')
  return hours > 0 ? pair(hours, 'h', minutes % 60, 'min') : pair(minutes, 'min', seconds % 60, 's')
}

function pair(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return `${String(large)} ${largeUnit}${small === 0 ? '' : ` ${String(small)} ${smallUnit}`}`
}

/** A length of time to the millisecond: `350 ms`, `10.204 s`, `3 min 5.020 s`, `1 d 2 h 3 min 4.005 s`. */
export function exactSpan(ms: number): string {
  if (ms < 1000) return `${String(ms)} ms`
  const seconds = Math.floor(ms / 1000)
  const parts = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
  ] as const
  const large = parts.filter(([count]) => count > 0).map(([count, unit]) => `${String(count)} ${unit}`)
  const small = deliveriesWords().seconds(seconds % 60, String(ms % 1000).padStart(3, '0'))
  return [...large, small].join(' ')
}
