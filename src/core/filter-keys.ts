import { FINDING_CODES } from './findings/codes.ts'
import { MARK_COLOURS } from './mark.ts'
import { kindSchema, verdictSchema } from './postback.ts'

/** What the filter box knows: each key, and how it may be used. What it asks for stands among the words. */
export interface FilterKey {
  readonly name: FilterKeyName
  /** Takes `a,b`: any of them. */
  readonly list: boolean
  /** Takes a leading `-`. */
  readonly negatable: boolean
  /** A second token of this key takes the place of the first when a chip is toggled. */
  readonly single: boolean
}

export type FilterKeyName =
  | 'user'
  | 'amount'
  | 'verdict'
  | 'kind'
  | 'code'
  | 'endpoint'
  | 'method'
  | 'status'
  | 'since'
  | 'until'
  | 'text'
  | 'is'
  | 'has'
  | 'note'
  | 'colour'

const LIST = { list: true, negatable: false, single: false }
const NEGATABLE_LIST = { list: true, negatable: true, single: false }
const SINGLE = { list: false, negatable: false, single: true }

export const FILTER_KEYS: readonly FilterKey[] = [
  { name: 'user', ...SINGLE },
  { name: 'amount', list: false, negatable: false, single: false },
  { name: 'verdict', ...NEGATABLE_LIST },
  { name: 'kind', ...NEGATABLE_LIST },
  { name: 'code', ...NEGATABLE_LIST },
  { name: 'endpoint', ...LIST },
  { name: 'method', ...LIST },
  { name: 'status', ...LIST },
  { name: 'since', ...SINGLE },
  { name: 'until', ...SINGLE },
  { name: 'text', list: false, negatable: true, single: false },
  { name: 'is', ...NEGATABLE_LIST },
  { name: 'has', ...NEGATABLE_LIST },
  { name: 'note', list: false, negatable: true, single: false },
  { name: 'colour', ...NEGATABLE_LIST },
]

/** The field names of JSON lines and exports, and the everyday words for the two ends of a span. */
const ALIASES: Readonly<Record<string, FilterKeyName>> = {
  user_id: 'user',
  userid: 'user',
  reward_amount: 'amount',
  after: 'since',
  before: 'until',
  color: 'colour',
}

const KEY_BY_NAME = new Map<string, FilterKey>([
  ...FILTER_KEYS.map((key) => [key.name, key] as const),
  ...Object.entries(ALIASES).flatMap(([alias, name]) => {
    const key = FILTER_KEYS.find((candidate) => candidate.name === name)
    return key ? [[alias, key] as const] : []
  }),
])

/** The key that a name or an alias of it stands for; null for an unknown one. */
export function filterKey(name: string | null): FilterKey | null {
  return name === null ? null : (KEY_BY_NAME.get(name) ?? null)
}

export const VERDICTS = verdictSchema.options
export const KINDS = kindSchema.options
export const CODES = FINDING_CODES
export const STATES = ['pinned'] as const
export const POSSESSIONS = ['note'] as const
export const COLOURS = MARK_COLOURS
/** Suggested, not a limit. */
export const COMMON_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const
export const COMMON_SPANS = ['5m', '15m', '1h', '24h', '7d', 'today', 'yesterday'] as const
export const COMMON_STATUSES = [200, 204, 400, 401, 403, 404, 405, 408, 413, 429, 500, 502, 503, 504] as const
