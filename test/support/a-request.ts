import type { CapturedRequest, PlannedReply } from '../../src/core/postback.ts'

/** The reply that a new endpoint plans. */
export const OK_REPLY: PlannedReply = {
  status: 200,
  headers: [['Content-Type', 'text/plain']],
  body: 'OK',
  delayMs: 0,
}

/** A clean postback as it stands on the wire, but for what the case is about. */
export function aRequest(different: Partial<CapturedRequest> = {}): CapturedRequest {
  const body = different.body ?? new Uint8Array()
  return {
    receivedAt: Date.UTC(2026, 0, 15, 12),
    remoteAddress: '127.0.0.1',
    remotePort: 50_123,
    httpVersion: '1.1',
    method: 'GET',
    target: '/hitpoint?user_id=u_1001&reward_amount=50',
    rawHeaders: ['Host', 'example.test', 'User-Agent', 'Adjump/1.0'],
    bodyLength: body.byteLength,
    bodyComplete: true,
    rejection: null,
    ...different,
    body,
  }
}
