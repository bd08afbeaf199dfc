import { type Endpoint, endpointConfigSchema } from '../endpoint.ts'
import type { Finding } from '../postback.ts'
import { findLostPath, hasToken } from '../secret-path.ts'
import type { FindingCode } from './codes.ts'

/**
 * What one click can do about a finding.
 * - `use-name`: map `field` (`user_id`, `reward_amount` or an extra field's name) to the received `param`.
 * - `use-path`: give an endpoint the received path.
 * - `copy-dashboard-url`: copy the endpoint's dashboard URL, because the one in the dashboard is at fault.
 * - `show-postback`: open the other postback, by its id.
 */
export type FindingAction =
  | { readonly type: 'use-name'; readonly field: string; readonly param: string }
  | { readonly type: 'use-path'; readonly path: string }
  | { readonly type: 'copy-dashboard-url' }
  | { readonly type: 'show-postback'; readonly id: number }

/** Codes whose usual cause is the URL as it stands in the dashboard. */
const URL_IN_DASHBOARD_AT_FAULT: ReadonlySet<FindingCode> = new Set([
  'param-missing',
  'macro-not-replaced',
  'values-swapped',
  'template-name-left',
  'html-ampersand',
  'html-entity-in-value',
  'separators-encoded',
  'semicolon-separator',
  'question-mark-missing',
  'question-mark-encoded',
  'question-mark-repeated',
  'repeated-param',
])

/**
 * The action for a finding, or null where nothing can be done with one click. Only offers what the endpoint's
 * own rules would accept. `target` is the raw request-target; without it no path can be offered. Where `endpoint`
 * is null (an unknown path) the caller picks the endpoint that a `use-path` is for.
 */
export function actionFor(
  finding: Finding,
  endpoint: Endpoint | null,
  target: string | null = null,
): FindingAction | null {
  switch (finding.code) {
    case 'name-near-miss':
      return endpoint && useName(finding, endpoint)
    case 'path-differs':
    case 'path-unknown':
      return usePath(finding, endpoint, target)
    case 'possible-duplicate':
      return finding.related === null ? null : { type: 'show-postback', id: finding.related }
    default:
      return endpoint && URL_IN_DASHBOARD_AT_FAULT.has(finding.code) ? { type: 'copy-dashboard-url' } : null
  }
}

function useName({ field, param }: Finding, endpoint: Endpoint): FindingAction | null {
  if (field === null || param === null) return null
  const config = withName(endpoint, field, param)
  return config && endpointConfigSchema.safeParse(config).success ? { type: 'use-name', field, param } : null
}

/** The endpoint with `field` read from `param`, or null where it has no such field. */
export function withName(endpoint: Endpoint, field: string, param: string): Endpoint | null {
  if (field === 'user_id') return { ...endpoint, userIdParam: param }
  if (field === 'reward_amount') return { ...endpoint, rewardAmountParam: param }
  if (!endpoint.extraFields.some((extra) => extra.field === field)) return null
  return {
    ...endpoint,
    extraFields: endpoint.extraFields.map((extra) => (extra.field === field ? { ...extra, param } : extra)),
  }
}

function usePath(finding: Finding, endpoint: Endpoint | null, target: string | null): FindingAction | null {
  const span = finding.evidence[0]
  if (target === null || span === undefined) return null
  const path = target.slice(span.start, span.end)
  // The secret segment is never typed: a URL that lacks it or has an old one is put right in the dashboard.
  if (endpoint !== null && (hasToken(endpoint) || findLostPath(path, [endpoint]) !== null)) {
    return { type: 'copy-dashboard-url' }
  }
  if (path === endpoint?.path || !endpointConfigSchema.shape.path.safeParse(path).success) return null
  return { type: 'use-path', path }
}
