import { DEFAULT_ENDPOINT_CONFIG } from '../../../../src/core/endpoint.ts'
import type { CapturedRequest, PlannedReply } from '../../../../src/core/postback.ts'
import { aCapturedRequest, OK_REPLY } from '../../../support/builders.ts'
import { seededRandom } from '../../../support/random-decimals.ts'

export const START = 1_700_000_000_000
export const SECOND_ENDPOINT = { ...DEFAULT_ENDPOINT_CONFIG, name: 'Aardvark', path: '/other', userIdParam: 'uid' }

export const USERS = [
  'anna',
  'Anna',
  'bob',
  'dora müller',
  'u_1',
  'u_12',
  'u_123',
  '日本の人',
  '😀smile',
  '',
  '"quoted"',
  'x'.repeat(900),
]
export const AMOUNTS = ['1', '2.50', '2.5', '10', '0.30000000000000004', '-3', '1e2', '1,50', 'ten', '']
const AGENTS = ['axios/1.7.2', 'curl/8.1', 'Mozilla/5.0 (compatible; Campaign)']
const BODIES = ['', '', '', 'Größe=100%_x', 'plain body with anna', '\u0000\u0001binary']

/** Requests of every kind, alike for the same number; ids and times nearly run together. */
export function variedRequest(n: number): { request: CapturedRequest; reply: PlannedReply } {
  const random = seededRandom(n + 1)
  const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] ?? (of[0] as T)
  const isLate = random() < 0.05
  const receivedAt = START + n * 1000 - (isLate ? 90_000 : 0)
  const status = one([200, 200, 200, 404, 500])
  const rawHeaders = [
    'Host',
    'example.test',
    'User-Agent',
    one(AGENTS),
    'X-Request-Id',
    `${String(n)}-${random().toString(36).slice(2, 10)}`,
  ]
  const body = new TextEncoder().encode(one(BODIES))
  const user = encodeURIComponent(one(USERS))
  const query = `reward_amount=${one(AMOUNTS)}&campaign=autumn${n % 50 === 0 ? '&rare=zebra' : ''}`
  const targets = [
    `/hitpoint?user_id=${user}&${query}`,
    `/hitpoint?user_id=${user}&${query}`,
    `/other?uid=${user}&${query}`,
    `/hitpoint?${query}`,
    '/favicon.ico',
  ]
  const base = {
    receivedAt,
    rawHeaders,
    body,
    method: one(['GET', 'GET', 'GET', 'POST', 'HEAD']),
    target: one(targets),
  }
  const reply = { ...OK_REPLY, status }
  if (random() > 0.04) return { request: aCapturedRequest(base), reply }
  const rejection = { code: 'HPE_INVALID_METHOD', firstBytes: new TextEncoder().encode('hello there') }
  return {
    request: aCapturedRequest({ receivedAt, method: null, target: null, httpVersion: null, rawHeaders: [], rejection }),
    reply,
  }
}
