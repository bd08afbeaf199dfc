import { CallError } from '../contract/errors.ts'
import type { Endpoint } from '../core/endpoint.ts'
import type { Expectation } from '../core/expectation.ts'
import type { PostbackFilter } from '../core/filter.ts'
import { describeFilter } from '../core/filter-query.ts'
import type { Counts } from '../core/ports.ts'
import type { PostbackDetail } from '../core/postback.ts'
import type { Outage } from '../core/status.ts'
import {
  buildEvidence,
  type EvidenceReport,
  MOST_EVIDENCE_CHARACTERS,
  MOST_EVIDENCE_REQUESTS,
} from '../services/exporter/evidence.ts'
import { ENGLISH, speaking } from '../words/locale.ts'
import { errorsWords } from '../words/of/errors.ts'

/** What a report is made from: the store, or a folder's history read-only. */
export interface EvidenceSource {
  counts(filter: PostbackFilter): Promise<Counts>
  export(filter: PostbackFilter): AsyncIterable<PostbackDetail>
  endpoints(): Promise<readonly Endpoint[]>
  outages(from: number, to: number): Promise<readonly Outage[]>
}

export interface EvidenceContext {
  readonly at: number
  readonly appVersion: string
  readonly installation: string
  /** Hears of each request that was taken in. */
  readonly onRequest?: () => void
}

/** What runs this, as reports name it. */
export function runtimeName(): string {
  return process.versions['electron'] ? `Electron ${process.versions['electron']}` : `Node ${process.versions.node}`
}

/** A report of what the filter lets through. Rejects with a `CallError` `refused` where that is too much. */
export async function evidenceOfFilter(
  source: EvidenceSource,
  filter: PostbackFilter,
  context: EvidenceContext,
): Promise<EvidenceReport> {
  refuseTooMany((await source.counts(filter)).total)
  const endpoints = await source.endpoints()
  // The report is in English, whatever is spoken.
  const filtered = speaking(ENGLISH, () =>
    describeFilter(filter, {
      now: context.at,
      endpoints: endpoints.map(({ id, name }) => ({ id, name })),
      timeZoneOffsetMinutes: (at) => -new Date(at).getTimezoneOffset(),
    }),
  )
  const requests = await collected(source.export(filter), context)
  const from = filter.from ?? requests[0]?.receivedAt ?? context.at
  const to = filter.to ?? context.at
  return build(context, {
    subject: filtered === '' ? 'Every stored request.' : `Stored requests: ${filtered}.`,
    span: { from: filter.from, to: filter.to },
    endpoints,
    expectations: [],
    requests,
    outages: await source.outages(from, to),
  })
}

/** A report of expectations and of the postbacks that met them or came instead. */
export async function evidenceOfExpectations(
  source: EvidenceSource & { detail(id: number): Promise<PostbackDetail | null> },
  expectations: readonly Expectation[],
  context: EvidenceContext,
): Promise<EvidenceReport> {
  if (expectations.length === 0) throw new CallError('not-found', errorsWords().expectation.allGone)
  const ids = [...new Set(expectations.flatMap(postbacksOf))].toSorted((a, b) => a - b)
  refuseTooMany(ids.length)
  const from = Math.min(...expectations.map(({ armedAt }) => armedAt))
  const to = Math.max(...expectations.map(endOf))
  const count = expectations.length
  return build(context, {
    subject: `${String(count)} ${count === 1 ? 'expectation' : 'expectations'}, and the postbacks that met ${count === 1 ? 'it' : 'them'} or came instead.`,
    span: { from, to },
    endpoints: await source.endpoints(),
    expectations: expectations.toSorted((a, b) => a.armedAt - b.armedAt),
    requests: await collected(details(source, ids), context),
    outages: await source.outages(from, to),
  })
}

type Collected = Pick<
  Parameters<typeof buildEvidence>[0],
  'subject' | 'span' | 'endpoints' | 'expectations' | 'requests' | 'outages'
>

function build({ at, appVersion, installation }: EvidenceContext, parts: Collected): EvidenceReport {
  const platform = `${process.platform} ${process.arch}`
  return buildEvidence({ at, appVersion, installation, runtime: runtimeName(), platform, ...parts })
}

function postbacksOf({ outcome }: Expectation): readonly number[] {
  switch (outcome.state) {
    case 'met':
      return [outcome.postbackId]
    case 'mismatched':
      return [outcome.nearest.postbackId, ...outcome.alike]
    case 'pending':
      return outcome.nearest === null ? [] : [outcome.nearest.postbackId]
    case 'not-listening':
    case 'expired':
    case 'cancelled':
      return []
    default:
      return outcome satisfies never
  }
}

function endOf({ outcome, until }: Expectation): number {
  return outcome.state === 'pending' ? until : outcome.endedAt
}

async function* details(
  source: { detail(id: number): Promise<PostbackDetail | null> },
  ids: readonly number[],
): AsyncGenerator<PostbackDetail> {
  for (const id of ids) {
    const detail = await source.detail(id)
    if (detail !== null) yield detail
  }
}

async function collected(
  all: AsyncIterable<PostbackDetail>,
  { onRequest }: EvidenceContext,
): Promise<readonly PostbackDetail[]> {
  const requests: PostbackDetail[] = []
  let characters = 0
  for await (const detail of all) {
    requests.push(detail)
    onRequest?.()
    characters += detail.bodyBase64.length + (detail.target?.length ?? 0)
    refuseTooMany(requests.length)
    if (characters > MOST_EVIDENCE_CHARACTERS) {
      throw new CallError('refused', errorsWords().transfer.tooLargeRequests)
    }
  }
  return requests
}

/** @throws CallError `refused` where a report of so many requests is none that anybody reads. */
export function refuseTooMany(count: number): void {
  if (count <= MOST_EVIDENCE_REQUESTS) return
  throw new CallError('refused', errorsWords().transfer.tooManyRequests(MOST_EVIDENCE_REQUESTS, count))
}
