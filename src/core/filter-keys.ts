import { FINDING_CODES } from './findings/codes.ts'
import { MARK_COLOURS } from './mark.ts'
import { kindSchema, verdictSchema } from './postback.ts'

/** What the filter box knows: each key, what it asks for, and how it may be used. */
export interface FilterKey {
  readonly name: FilterKeyName
  /** A few words for suggestions. */
  readonly label: string
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
  { name: 'user', label: 'user id, exact or with * at an end', ...SINGLE },
  { name: 'amount', label: 'amount: 5, >=5 or 5..10', list: false, negatable: false, single: false },
  { name: 'verdict', label: 'pass, warn or fail', ...NEGATABLE_LIST },
  { name: 'kind', label: 'postback, probe, noise or rejected', ...NEGATABLE_LIST },
  { name: 'code', label: 'a finding’s code', ...NEGATABLE_LIST },
  { name: 'endpoint', label: 'endpoint’s name', ...LIST },
  { name: 'method', label: 'GET, POST …', ...LIST },
  { name: 'status', label: 'status of the reply', ...LIST },
  { name: 'since', label: '1h, 30m, 2d or a date', ...SINGLE },
  { name: 'until', label: '1h, 30m, 2d or a date', ...SINGLE },
  { name: 'text', label: 'anywhere in the request', list: false, negatable: true, single: false },
  { name: 'is', label: 'pinned', ...NEGATABLE_LIST },
  { name: 'has', label: 'note', ...NEGATABLE_LIST },
  { name: 'note', label: 'words of your note', list: false, negatable: true, single: false },
  { name: 'colour', label: 'colour you gave it', ...NEGATABLE_LIST },
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
