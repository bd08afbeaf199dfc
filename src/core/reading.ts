import { type AmountReading, readAmount } from './amount.ts'
import { kindOf, knownNames } from './classify.ts'
import { DEFAULT_ENDPOINT_CONFIG, type Mapping } from './endpoint.ts'
import { type FieldReading, readExtraFields, readOwnFields } from './fields.ts'
import { sortFindings } from './findings/order.ts'
import type { RuleContext } from './findings/rule.ts'
import { RULES } from './findings/rules.ts'
import { readNames } from './names.ts'
import { matchPath } from './paths.ts'
import type { CapturedRequest, Finding, Reading } from './postback.ts'
import { readTarget, type Target } from './query.ts'
import { readHeaderFacts } from './request-headers.ts'
import { findLostPath } from './secret-path.ts'
import { findSwallowed } from './swallowed.ts'
import { verdictOf } from './verdict.ts'

/** Reads noise where there is no endpoint at all. */
const DEFAULT_MAPPING: Mapping = { id: '', ...DEFAULT_ENDPOINT_CONFIG }

const NO_FINDINGS: readonly Finding[] = []

/**
 * What the inspector understands of a captured request: a pure function of the bytes and the endpoints, complete
 * but for `possible-duplicate`, which needs the history (see duplicate.ts). Never throws.
 *
 * Where the path is no endpoint's but the query carries a mapped name, the endpoint whose names fit best reads it
 * and is named in `endpointId`, so that the path can be mended there. Noise belongs to no endpoint, and shows what
 * the best fitting mapping (else the first) would have read.
 */
export function readRequest(request: CapturedRequest, endpoints: readonly Mapping[]): Reading {
  const { method, target: rawTarget } = request
  if (request.rejection !== null || method === null || rawTarget === null) return REJECTED

  const target = readTarget(rawTarget)
  const match = matchPath(target, endpoints)
  const headers = readHeaderFacts(request.rawHeaders)
  const mapping = match?.endpoint ?? lostMapping(target, endpoints) ?? bestMapping(target, endpoints)
  const kind = kindOf(
    method,
    headers.userAgent,
    target,
    match,
    () => endpoints.length > 0 && knownNames(target.pieces, mapping) > 0,
  )

  const [user, amount] = readOwnFields(target.pieces, mapping)
  const amountReading = amount.text === null ? null : readAmount(amount.text)
  const amountValue = amountReading?.value ?? null
  if (kind === 'noise') return withoutVerdict(kind, null, user, amount, amountValue, [])

  const extras = readExtraFields(target.pieces, mapping)
  if (kind === 'probe') return withoutVerdict(kind, mapping.id, user, amount, amountValue, extras)

  const fields = [user, amount, ...extras]
  const swallowed = findSwallowed(target.pieces, fields)
  const names = readNames(target.pieces, fields, swallowed)
  const findings = applyRules({
    request,
    method,
    target,
    headers,
    mapping,
    match,
    user,
    amount,
    extras,
    fields,
    amountReading,
    swallowed,
    names,
  })
  return {
    kind,
    endpointId: mapping.id,
    userId: user.text,
    rewardAmount: amount.text,
    amountValue,
    extras: extraValues(extras),
    verdict: verdictOf(findings),
    findings,
  }
}

const REJECTED: Reading = {
  kind: 'rejected',
  endpointId: null,
  userId: null,
  rewardAmount: null,
  amountValue: null,
  extras: [],
  verdict: null,
  findings: NO_FINDINGS,
}

function applyRules(context: RuleContext): readonly Finding[] {
  const found: Finding[] = []
  for (const rule of RULES) rule.find(context, found)
  return sortFindings(found)
}

/** The endpoint whose secret path this was, or would be with its secret segment, where it knows any of the names. */
function lostMapping(target: Target, endpoints: readonly Mapping[]): Mapping | null {
  const mapping = findLostPath(target.path.text, endpoints)?.endpoint
  return mapping !== undefined && knownNames(target.pieces, mapping) > 0 ? mapping : null
}

/** The mapping that knows most of the names; the first of equals. */
function bestMapping({ pieces }: Target, endpoints: readonly Mapping[]): Mapping {
  let best = endpoints[0] ?? DEFAULT_MAPPING
  let bestScore = 0
  for (const mapping of endpoints) {
    const score = knownNames(pieces, mapping)
    if (score > bestScore) {
      best = mapping
      bestScore = score
    }
  }
  return best
}

function withoutVerdict(
  kind: 'noise' | 'probe',
  endpointId: string | null,
  user: FieldReading,
  amount: FieldReading,
  amountValue: AmountReading['value'],
  extras: readonly FieldReading[],
): Reading {
  return {
    kind,
    endpointId,
    userId: user.text,
    rewardAmount: amount.text,
    amountValue,
    extras: extraValues(extras),
    verdict: null,
    findings: NO_FINDINGS,
  }
}

function extraValues(extras: readonly FieldReading[]): Reading['extras'] {
  return extras.map(({ field, param, text }) => ({ field, param, value: text }))
}
