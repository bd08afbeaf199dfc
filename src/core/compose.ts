import { sendingWords } from '../words/of/sending.ts'
import { buildDashboardUrl, type DashboardUrlEndpoint, encodeName } from './dashboard-url.ts'
import { LONGEST_BODY, LONGEST_HEAD } from './sending.ts'

/** One `name=value` of a composed query, both as texts. A null value leaves the parameter out. */
export interface ComposedParam {
  readonly name: string
  readonly value: string | null
}

/** What Adjump's two macros stand for in one postback. Null leaves the whole parameter out; empty is sent empty. */
export interface MacroValues {
  readonly userId: string | null
  readonly rewardAmount: string | null
}

const MACRO = /\{(user_id|reward_amount)\}/g

/**
 * The request-target that Adjump would send for an endpoint: its dashboard URL, the macros replaced by
 * percent-encoded values, and behind them what else is to be sent. How Adjump encodes is not documented; that it
 * percent-encodes UTF-8 and never writes `+` for a space is assumed here. `at` takes the place of the endpoint's
 * path, and its query stands first: for a backend of the user's own.
 */
export function composeTarget(
  endpoint: DashboardUrlEndpoint,
  values: MacroValues,
  extras: readonly ComposedParam[] = [],
  at: { readonly path: string; readonly query: string | null } | null = null,
): string {
  const [ownPath = '/'] = buildDashboardUrl('', endpoint).split('?', 1)
  const path = (at?.path ?? ownPath).replace(MACRO, (macro, name: string) => {
    const value = name === 'user_id' ? values.userId : values.rewardAmount
    return value === null ? macro : encodeValue(value)
  })
  return withQuery(path, at?.query ?? null, [
    { name: endpoint.userIdParam, value: values.userId },
    { name: endpoint.rewardAmountParam, value: values.rewardAmount },
    ...extras,
  ])
}

/** A path, what its query already holds (raw), and further parameters. */
export function withQuery(path: string, query: string | null, params: readonly ComposedParam[]): string {
  const pieces = params.flatMap(({ name, value }) =>
    value === null ? [] : [`${encodeName(name)}=${encodeValue(value)}`],
  )
  const all = query === null || query === '' ? pieces : [query, ...pieces]
  return all.length === 0 ? path : `${path}?${all.join('&')}`
}

/** A value as it stands in a query: what is not unreserved is percent-encoded UTF-8, spaces as `%20`. */
export function encodeValue(value: string): string {
  return encodeURIComponent(value.replace(/\p{Surrogate}/gu, '\ufffd'))
}

/** A target typed by hand as the bytes to send, one character a byte: what is not ASCII goes out as raw UTF-8. */
export function typedTarget(text: string): string {
  if (!/[^\x20-\x7e]/.test(text)) return text
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('')
}

/** Why a target cannot stand in a request line, in a sentence; null where it can. */
export function targetProblem(target: string): string | null {
  const w = sendingWords().request
  if (target === '') return w.targetEmpty
  if (target.length > LONGEST_HEAD) return w.targetLong
  if (!target.startsWith('/')) return w.targetStart
  const wrong = /[^\x21-\xff]|\x7f/.exec(target)
  if (wrong === null) return null
  const place = wrong.index + 1
  return wrong[0] === ' ' ? w.targetSpace(place) : w.targetControl(place)
}

/** Why a body of so much base64 is too long to be composed, in a sentence; null where it is not. */
export function bodyProblem(bodyBase64: string): string | null {
  return bodyBase64.length > Math.ceil(LONGEST_BODY / 3) * 4 ? sendingWords().request.bodyLong : null
}

/** RFC 9110 token. */
const METHOD = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,40}$/

/** Why a method cannot be sent, in a sentence; null where it can. */
export function methodProblem(method: string): string | null {
  const w = sendingWords().request
  if (!METHOD.test(method)) return w.methodWord
  if (method !== method.toUpperCase()) return w.methodSmall
  return method === 'CONNECT' ? w.methodConnect : null
}
