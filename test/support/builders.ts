import { DEFAULT_ENDPOINT_CONFIG, type Mapping } from '../../src/core/endpoint.ts'
import { NO_MARK_SUMMARY } from '../../src/core/mark.ts'
import type { CapturedRequest, PlannedReply, PostbackSummary, Reading } from '../../src/core/postback.ts'
import { readRequest } from '../../src/core/reading.ts'
import { anEndpoint } from './detail-builders.ts'

/** Any moment: 2026-01-02T03:04:05.678Z. */
export const SOME_TIME = 1_767_323_045_678

/** A clean postback for the default endpoint. */
export const CLEAN_TARGET = '/hitpoint?user_id=u_1001&reward_amount=50'

/** The reply that a new endpoint plans. */
export const OK_REPLY: PlannedReply = DEFAULT_ENDPOINT_CONFIG.reply

/** A GET as a server sends it, captured whole. */
export function aCapturedRequest(overrides: Partial<CapturedRequest> = {}): CapturedRequest {
  const body = overrides.body ?? new Uint8Array()
  return {
    receivedAt: SOME_TIME,
    remoteAddress: '127.0.0.1',
    remotePort: 50_000,
    httpVersion: '1.1',
    method: 'GET',
    target: CLEAN_TARGET,
    rawHeaders: ['Host', 'localhost:4070', 'User-Agent', 'axios/1.7.2', 'Accept', 'application/json, text/plain, */*'],
    body,
    bodyLength: body.length,
    bodyComplete: true,
    rejection: null,
    ...overrides,
  }
}

/** The default mapping: user_id and reward_amount on /hitpoint. */
export function aMapping(overrides: Partial<Mapping> = {}): Mapping {
  const { id, path, userIdParam, rewardAmountParam, extraFields, duplicateWindowMinutes } = anEndpoint()
  return { id, path, userIdParam, rewardAmountParam, extraFields, duplicateWindowMinutes, ...overrides }
}

/** A clean postback, read. */
export function aReading(overrides: Partial<Reading> = {}): Reading {
  return {
    kind: 'postback',
    endpointId: 'e1',
    userId: 'u_1001',
    rewardAmount: '50',
    amountValue: '50',
    extras: [],
    verdict: 'pass',
    findings: [],
    ...overrides,
  }
}

/** What the default mapping, or the ones given, read from a GET of this target. */
export function readingOf(target: string, mappings: readonly Mapping[] = [aMapping()]): Reading {
  return readRequest(aCapturedRequest({ target }), mappings)
}

/** A stored clean postback as lists show it. */
export function aPostbackSummary(overrides: Partial<PostbackSummary> = {}): PostbackSummary {
  return {
    ...aReading(),
    id: 1,
    receivedAt: SOME_TIME,
    method: 'GET',
    target: CLEAN_TARGET,
    remoteAddress: '127.0.0.1',
    bodyLength: 0,
    rejectionCode: null,
    reply: { status: 200, sentAt: SOME_TIME + 5, senderGone: false },
    mark: NO_MARK_SUMMARY,
    ...overrides,
  }
}
