import { z } from 'zod'
import { EVERYTHING, type PostbackFilter } from './filter.ts'
import { momentSchema } from './filter-time.ts'
import { FINDING_CODES, type FindingCode } from './findings/codes.ts'
import type { Finding } from './postback.ts'

/** Whose postbacks are added up. `from` is inclusive, `to` exclusive, in ms since the epoch; null means any. */
export const userFilterSchema = z.object({
  from: momentSchema.nullable(),
  to: momentSchema.nullable(),
  /** Empty means any. */
  endpointIds: z.array(z.string()).readonly(),
  /** Anywhere in the user id, in any case. */
  userIdContains: z.string().nullable(),
})
export type UserFilter = z.infer<typeof userFilterSchema>

export const EVERY_USER: UserFilter = { from: null, to: null, endpointIds: [], userIdContains: null }

/** The same as a filter of the history. The kind is left out: users are always of postbacks alone. */
export function historyFilterOf({ from, to, endpointIds, userIdContains }: UserFilter): PostbackFilter {
  return { ...EVERYTHING, from, to, endpointIds, userIdContains }
}

export const userSortSchema = z.object({
  column: z.enum(['count', 'sum', 'lastSeen', 'userId']),
  direction: z.enum(['ascending', 'descending']),
})
export type UserSort = z.infer<typeof userSortSchema>

/**
 * Why an amount is in no sum: the finding that says why it has no value, or that it lies beyond the bounds of sums
 * (digits above 10^400 or below 10^-400).
 */
export const notSummedReasonSchema = z.enum([...FINDING_CODES, 'beyond-bounds'])
export type NotSummedReason = z.infer<typeof notSummedReasonSchema>

/** Amounts of a set of postbacks. Sums are exact decimals in canonical form. */
export const accountSchema = z.object({
  /** Postbacks. */
  count: z.int(),
  sum: z.string(),
  /** Amounts that are in no sum, by reason, most first. */
  notSummed: z.array(z.object({ reason: notSummedReasonSchema, count: z.int() })).readonly(),
  /** Postbacks that are possible duplicates of an earlier one, and the sum without them. */
  duplicates: z.int(),
  sumWithoutDuplicates: z.string(),
})
export type Account = z.infer<typeof accountSchema>

/** One user. Times in ms since the epoch. */
export const userSchema = accountSchema.extend({
  userId: z.string(),
  firstSeen: z.int(),
  lastSeen: z.int(),
  verdicts: z.object({ pass: z.int(), warn: z.int(), fail: z.int() }),
})
export type User = z.infer<typeof userSchema>

/** Everybody who matches, and beside them the postbacks that carry no user id. */
export const userTotalsSchema = accountSchema.extend({ users: z.int(), withoutUserId: accountSchema })
export type UserTotals = z.infer<typeof userTotalsSchema>

/** One user, with what came over each endpoint; null is an endpoint that was deleted, or none. */
export const userDetailSchema = userSchema.extend({
  endpoints: z.array(accountSchema.extend({ endpointId: z.string().nullable() })).readonly(),
})
export type UserDetail = z.infer<typeof userDetailSchema>

/** Which part of the list of users is wanted: `limit` of them behind the first `offset`. */
export interface UserPageRequest {
  readonly filter: UserFilter
  readonly sort: UserSort
  readonly offset: number
  readonly limit: number
}

/** What the store answers about users. */
export interface UserRecords {
  page(request: UserPageRequest): Promise<readonly User[]>
  totals(filter: UserFilter): Promise<UserTotals>
  /** Null where nothing of this user matches. */
  detail(userId: string, filter: UserFilter): Promise<UserDetail | null>
}

const AMOUNT_CODES: ReadonlySet<FindingCode> = new Set([
  'amount-not-a-number',
  'amount-decimal-comma',
  'amount-separator-ambiguous',
  'amount-thousands-separator',
  'amount-has-unit',
  'values-swapped',
])
const FIELD_CODES: ReadonlySet<FindingCode> = new Set(['macro-not-replaced', 'param-empty', 'param-missing'])

/** Why an amount without a value has none. Where no finding names it, the text itself says it. */
export function whyNotSummed(
  amountText: string | null,
  findings: readonly Pick<Finding, 'code' | 'field'>[],
): NotSummedReason {
  const found = findings.find(
    ({ code, field }) => AMOUNT_CODES.has(code) || (FIELD_CODES.has(code) && field === 'reward_amount'),
  )
  if (found) return found.code
  if (amountText === null) return 'param-missing'
  return amountText === '' ? 'param-empty' : 'amount-not-a-number'
}
