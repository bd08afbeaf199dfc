import { createHash } from 'node:crypto'
import { toRawRequest } from '../../core/as-text.ts'
import type { Endpoint } from '../../core/endpoint.ts'
import { sumAmounts } from '../../core/exact-sum.ts'
import type { Expectation } from '../../core/expectation.ts'
import { isoTime } from '../../core/exported-parts.ts'
import { findingText } from '../../core/findings/texts.ts'
import type { Kind, PostbackDetail, Verdict } from '../../core/postback.ts'
import type { Outage } from '../../core/status.ts'
import { terminalText } from '../../core/visible.ts'
import { ENGLISH, speaking } from '../../words/locale.ts'
import { type ExportedPostback, endpointNames, toExported } from './exported-postback.ts'

/** More than this is no evidence that anybody reads. */
export const MOST_EVIDENCE_REQUESTS = 5000
/** What the requests of a report may have together, in characters: a report is made in memory. */
export const MOST_EVIDENCE_CHARACTERS = 64 * 1024 * 1024

/** What a report is made of. Times in ms since the epoch. */
export interface EvidenceParts {
  readonly at: number
  readonly appVersion: string
  /** Node or Electron with its version, and the system. */
  readonly runtime: string
  readonly platform: string
  readonly installation: string
  /** What was asked for, in words. */
  readonly subject: string
  /** Null where the span has no such end. */
  readonly span: { readonly from: number | null; readonly to: number | null }
  readonly endpoints: readonly Endpoint[]
  readonly expectations: readonly Expectation[]
  readonly requests: readonly PostbackDetail[]
  readonly outages: readonly Outage[]
}

/** One request as evidence: all that `json` exports, its bytes as they were, and what each finding means. */
export interface EvidenceRequest extends ExportedPostback {
  /** RFC 4648 base64. */
  readonly rawBase64: string
  /** From arrival to the reply's end, in ms; null where it is not known. */
  readonly replyAfterMs: number | null
  readonly meanings: readonly { readonly code: string; readonly wrong: string; readonly fix: string }[]
}

/** A report without its digest. */
export interface EvidenceContents {
  readonly format: 'adjump-inspector-evidence'
  readonly version: 1
  readonly createdAt: string
  readonly inspector: {
    readonly version: string
    readonly runtime: string
    readonly platform: string
    readonly installation: string
  }
  readonly subject: string
  readonly span: { readonly from: string | null; readonly to: string | null }
  readonly totals: {
    readonly requests: number
    readonly byKind: Readonly<Record<Kind, number>>
    readonly byVerdict: Readonly<Record<Verdict, number>>
    /** Of the postbacks: the exact sum of all amounts that are exact decimals, and how many are not. */
    readonly amounts: { readonly sum: string; readonly included: number; readonly leftOut: number }
    readonly expectations: Readonly<Record<string, number>>
  }
  readonly endpoints: readonly Omit<Endpoint, 'pathToken' | 'formerPathTokens'>[]
  readonly expectations: readonly EvidenceExpectation[]
  readonly outages: readonly EvidenceOutage[]
  readonly requests: readonly EvidenceRequest[]
}

export interface EvidenceExpectation extends Omit<Expectation, 'armedAt' | 'until'> {
  readonly endpoint: string | null
  readonly armedAt: string
  readonly until: string
}

export interface EvidenceOutage {
  readonly reason: Outage['reason']
  readonly from: string
  /** Null where it still lasted. */
  readonly to: string | null
  readonly why: string
}

/** `sha256` is of `JSON.stringify` of the report without this member, in hex. */
export interface EvidenceReport extends EvidenceContents {
  readonly digest: { readonly sha256: string }
}

export function buildEvidence(parts: EvidenceParts): EvidenceReport {
  const nameOf = endpointNames({ appVersion: parts.appVersion, endpoints: parts.endpoints })
  const contents: EvidenceContents = {
    format: 'adjump-inspector-evidence',
    version: 1,
    createdAt: new Date(parts.at).toISOString(),
    inspector: {
      version: parts.appVersion,
      runtime: parts.runtime,
      platform: parts.platform,
      installation: parts.installation,
    },
    subject: parts.subject,
    span: { from: isoTime(parts.span.from), to: isoTime(parts.span.to) },
    totals: totalsOf(parts),
    endpoints: endpointsOf(parts),
    expectations: parts.expectations.map(({ armedAt, until, ...rest }) => ({
      ...rest,
      endpoint: nameOf(rest.endpointId),
      armedAt: new Date(armedAt).toISOString(),
      until: new Date(until).toISOString(),
    })),
    outages: parts.outages.map(({ reason, from, to, why }) => ({
      reason,
      from: new Date(from).toISOString(),
      to: isoTime(to),
      why,
    })),
    requests: parts.requests.map((detail) => evidenceOf(detail, nameOf(detail.endpointId))),
  }
  const sha256 = createHash('sha256').update(JSON.stringify(contents)).digest('hex')
  return { ...contents, digest: { sha256 } }
}

/** The report as a file's text. */
export function evidenceJson(report: EvidenceReport): string {
  return `${terminalText(JSON.stringify(report, null, 2))}\n`
}

function evidenceOf(detail: PostbackDetail, endpoint: string | null): EvidenceRequest {
  const { sentAt } = detail.reply
  return {
    ...toExported(detail, endpoint),
    rawBase64: Buffer.from(toRawRequest(detail), 'latin1').toString('base64'),
    replyAfterMs: sentAt === null ? null : Math.max(0, sentAt - detail.receivedAt),
    meanings: [...new Set(detail.findings.map(({ code }) => code))].map((code) => ({
      code,
      // The report is in English, whatever is spoken.
      ...speaking(ENGLISH, () => findingText(code)),
    })),
  }
}

function totalsOf({ requests, expectations }: EvidenceParts): EvidenceContents['totals'] {
  const byKind = { postback: 0, probe: 0, noise: 0, rejected: 0 }
  const byVerdict = { pass: 0, warn: 0, fail: 0 }
  for (const { kind, verdict } of requests) {
    byKind[kind] += 1
    if (verdict !== null) byVerdict[verdict] += 1
  }
  const outcomes: Record<string, number> = {}
  for (const { outcome } of expectations) outcomes[outcome.state] = (outcomes[outcome.state] ?? 0) + 1
  const { total, included, leftOut } = sumAmounts(
    requests.filter(({ kind }) => kind === 'postback').map(({ amountValue }) => amountValue),
  )
  return {
    requests: requests.length,
    byKind,
    byVerdict,
    amounts: { sum: total, included, leftOut },
    expectations: outcomes,
  }
}

/** Those that the report speaks of. A report is handed on: the secret parts of paths stay here. */
function endpointsOf({ endpoints, requests, expectations }: EvidenceParts): EvidenceContents['endpoints'] {
  const named = new Set([...requests, ...expectations].map(({ endpointId }) => endpointId))
  return endpoints
    .filter(({ id }) => named.has(id))
    .map(({ pathToken: _token, formerPathTokens: _former, ...endpoint }) => endpoint)
}
