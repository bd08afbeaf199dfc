import type { Endpoint } from '../../src/core/endpoint.ts'
import { DEFAULT_ENDPOINT_CONFIG } from '../../src/core/endpoint.ts'
import { NO_MARK_SUMMARY } from '../../src/core/mark.ts'
import type { Finding, PostbackDetail } from '../../src/core/postback.ts'

/** An endpoint as a new installation has it, but for what the case sets. */
export function anEndpoint(overrides: Partial<Endpoint> = {}): Endpoint {
  return { id: 'e1', ...DEFAULT_ENDPOINT_CONFIG, ...overrides }
}

/** A finding of the given code; severity and sentence do not matter to the case. */
export function aFinding(overrides: Partial<Finding> & Pick<Finding, 'code'>): Finding {
  return {
    severity: 'warning',
    field: null,
    param: null,
    detail: 'A sentence.',
    evidence: [],
    related: null,
    ...overrides,
  }
}

/** A stored, clean postback with everything that was kept of it, but for what the case sets. */
export function aDetail(overrides: Partial<PostbackDetail> = {}): PostbackDetail {
  return {
    id: 7,
    receivedAt: Date.UTC(2025, 0, 31, 12, 30, 15, 250),
    kind: 'postback',
    endpointId: 'e1',
    userId: 'u_1',
    rewardAmount: '5',
    amountValue: '5',
    extras: [],
    verdict: 'pass',
    findings: [],
    method: 'GET',
    target: '/hitpoint?user_id=u_1&reward_amount=5',
    remoteAddress: '127.0.0.1',
    remotePort: 50_000,
    httpVersion: '1.1',
    rawHeaders: ['Host', 'x.example', 'user-agent', 'Adjump', 'Accept', '*/*'],
    bodyBase64: '',
    bodyLength: 0,
    bodyComplete: true,
    rejectionCode: null,
    rejectionBytesBase64: null,
    reply: { status: 200, sentAt: null, senderGone: false },
    replyHeaders: [],
    replyBody: 'OK',
    mark: NO_MARK_SUMMARY,
    note: '',
    ...overrides,
  }
}

/** Bytes that were no HTTP request, as the store keeps them. */
export function aRejectedDetail(bytes: Uint8Array): PostbackDetail {
  return aDetail({
    kind: 'rejected',
    endpointId: null,
    userId: null,
    rewardAmount: null,
    amountValue: null,
    verdict: null,
    method: null,
    target: null,
    httpVersion: null,
    rawHeaders: [],
    rejectionCode: 'HPE_INVALID_METHOD',
    rejectionBytesBase64: Buffer.from(bytes).toString('base64'),
    reply: { status: 400, sentAt: null, senderGone: false },
  })
}
