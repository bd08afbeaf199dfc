import type { TargetUrl } from '../target-url.ts'
import { encodeValue } from './encode-value.ts'
import type { ScenarioContext } from './scenario.ts'

/** The names under which the backend expects things, and what stands in every query beside them. */
export interface ConformanceNames {
  readonly userIdParam: string
  readonly rewardAmountParam: string
  /** Null where the mapping has no transaction id. */
  readonly transactionIdParam: string | null
  readonly constants: readonly (readonly [name: string, value: string])[]
}

/** One run: what makes its ids and amounts its own. */
export interface RunScope {
  /** `adjump-test-k3x9q2`: user ids of this run start with it. */
  readonly prefix: string
  /** Three digits, the last not zero: the decimals of its amounts. */
  readonly decimals: string
  /** A user that the backend knows, where it credits known ones only. */
  readonly knownUser: string | null
}

/** What the scenario at `index` of the table with this id is built from. */
export function scenarioContext(
  url: TargetUrl,
  names: ConformanceNames,
  scope: RunScope,
  scenario: { readonly id: string; readonly index: number },
): ScenarioContext {
  const { knownUser } = scope
  const transaction = (name: string): string => `${scope.prefix}-${scenario.id}-${name}`
  const rest = (name: string): string =>
    [
      ...(names.transactionIdParam === null ? [] : [pair(names.transactionIdParam, transaction(name))]),
      ...names.constants.map(([constant, value]) => pair(constant, value)),
    ]
      .map((piece) => `&${piece}`)
      .join('')
  const withFixed = (query: string): string => {
    const fixed = url.query === null || url.query === '' ? '' : `${url.query}${query === '' ? '' : '&'}`
    return `${url.path}?${fixed}${query}`
  }
  return {
    user: (suffix = '') => `${knownUser ?? `${scope.prefix}-${scenario.id}`}${suffix}`,
    accepts: (suffix) => (knownUser !== null && suffix !== '' ? 'either' : 'accept'),
    amount: `${String(11 + scenario.index)}.${scope.decimals}`,
    target({ userId, amount, transaction: name = '1' }) {
      const pieces = [
        ...(userId === null ? [] : [pair(names.userIdParam, userId)]),
        ...(amount === null ? [] : [pair(names.rewardAmountParam, amount)]),
      ]
      const query = `${pieces.join('&')}${rest(name)}`
      return withFixed(query.startsWith('&') ? query.slice(1) : query)
    },
    rawTarget: (query) =>
      withFixed(
        query({ user: encodeValue(names.userIdParam), amount: encodeValue(names.rewardAmountParam), rest: rest('1') }),
      ),
  }
}

function pair(name: string, value: string): string {
  return `${encodeValue(name)}=${encodeValue(value)}`
}
