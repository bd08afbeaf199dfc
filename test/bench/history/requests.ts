/** The requests of the large history: made from their number alone, alike in every run. */
import { DEFAULT_ENDPOINT_CONFIG, type EndpointConfig } from '../../../src/core/endpoint.ts'
import type { CapturedRequest } from '../../../src/core/postback.ts'
import { seededRandom } from '../../support/random-decimals.ts'

export const DAYS = 30
const SPAN_MS = DAYS * 86_400_000
/** A word that every target has. */
export const COMMON_WORD = 'autumn_campaign'
/** One request in so many carries it. */
const RARE_EVERY = 200_000
export const RARE_WORD = 'zebra_crossing'
export const ABSENT_WORD = 'qqwwxx_nowhere'

const EXTRAS: EndpointConfig['extraFields'] = [
  { field: 'transaction_id', param: 'tx' },
  { field: 'offer', param: 'offer' },
  { field: 'campaign', param: 'campaign' },
  { field: 'click', param: 'click' },
  { field: 'pad', param: 'pad' },
]

/** The first takes the place of the one that a new installation has; what the last does not map is a finding. */
export const ENDPOINTS: readonly EndpointConfig[] = [
  { ...DEFAULT_ENDPOINT_CONFIG, extraFields: EXTRAS },
  { ...DEFAULT_ENDPOINT_CONFIG, name: 'Offers', path: '/offers/postback', extraFields: EXTRAS },
  { ...DEFAULT_ENDPOINT_CONFIG, name: 'Surveys', path: '/surveys/done', userIdParam: 'uid', extraFields: EXTRAS },
  { ...DEFAULT_ENDPOINT_CONFIG, name: 'Shop', path: '/shop', extraFields: EXTRAS.slice(0, 4) },
]

/** The user of the nth request: of `users`, a few have many postbacks and most have few. */
function userOf(random: () => number, users: number): string {
  return `user_${Math.floor(users * random() ** 3)
    .toString(36)
    .padStart(6, '0')}`
}

function hex(random: () => number, length: number): string {
  let text = ''
  while (text.length < length)
    text += Math.floor(random() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, '0')
  return text.slice(0, length)
}

/**
 * The nth of `count` requests over the thirty days before `end` (ms since the epoch). Targets of about 260 bytes, twelve
 * headers of which two are of this request alone; of a hundred, ten to be looked at, three at fault, two that are no postback.
 */
export function historyRequest(n: number, count: number, end: number): CapturedRequest {
  const random = seededRandom(n * 2_654_435 + 97)
  const turn = n % 100
  const user = userOf(random, Math.min(120_000, Math.max(50, count / 8)))
  const amount = (Math.floor(random() * 20_000) / 100 + 0.05).toFixed(2)
  const endpoint =
    ENDPOINTS[random() < 0.6 ? 0 : random() < 0.5 ? 1 : random() < 0.5 ? 2 : 3] ?? DEFAULT_ENDPOINT_CONFIG
  const rare = n % RARE_EVERY === 777 ? `&note=${RARE_WORD}` : ''
  const rest = `&tx=${hex(random, 24)}&offer=${String(Math.floor(random() * 900))}&campaign=${COMMON_WORD}&click=${hex(random, 32)}&pad=${'x'.repeat(76)}${rare}`
  const fields = (userText: string, amountText: string): string =>
    `${endpoint.path}?${endpoint.userIdParam}=${userText}&reward_amount=${amountText}${rest}`
  const base: CapturedRequest = {
    receivedAt: Math.floor(end - SPAN_MS + ((n + random()) / count) * SPAN_MS),
    remoteAddress: '127.0.0.1',
    remotePort: 30_000 + (n % 30_000),
    httpVersion: '1.1',
    method: 'GET',
    target: fields(user, amount),
    rawHeaders: headersOf(random),
    body: NOTHING,
    bodyLength: 0,
    bodyComplete: true,
    rejection: null,
  }
  // To be looked at: 10 of 100.
  if (turn < 4) return { ...base, target: fields(user, `+${amount}`) }
  if (turn < 7) return { ...base, target: `/Hitpoint/${fields(user, amount).slice(endpoint.path.length)}` }
  if (turn < 10) return { ...base, target: fields(user, '0') }
  // At fault: 3 of 100.
  if (turn === 10) return { ...base, target: fields('{user_id}', '{amount}') }
  if (turn === 11) return { ...base, target: fields(user, amount.replace('.', ',')) }
  if (turn === 12) return { ...base, method: 'POST' }
  // No postbacks: 2 of 100.
  if (turn === 13) return { ...base, target: n % 2 === 0 ? '/favicon.ico' : `/wp-login.php?redirect=${hex(random, 8)}` }
  if (turn === 14) {
    if (n % 3 !== 0) return { ...base, method: 'HEAD' }
    const firstBytes = Buffer.from(`\x16\x03\x01${hex(random, 40)}`, 'latin1')
    const rejection = { code: 'HPE_INVALID_METHOD', firstBytes }
    return { ...base, method: null, target: null, httpVersion: null, rawHeaders: [], rejection }
  }
  return base
}

const NOTHING = new Uint8Array()
const PROXIES = ['203.0.113.7', '203.0.113.8', '198.51.100.20', '198.51.100.21']

function headersOf(random: () => number): string[] {
  return [
    ...['Host', 'quiet-otters-wave.loca.lt'],
    ...['User-Agent', 'axios/1.7.2'],
    ...['Accept', 'application/json, text/plain, */*'],
    ...['Accept-Encoding', 'gzip, compress, deflate, br'],
    ...['X-Forwarded-For', PROXIES[Math.floor(random() * PROXIES.length)] ?? ''],
    ...['X-Forwarded-Proto', 'https'],
    ...['X-Forwarded-Host', 'quiet-otters-wave.loca.lt'],
    ...['X-Forwarded-Port', '443'],
    ...['X-Request-Id', hex(random, 32)],
    ...['Traceparent', `00-${hex(random, 32)}-${hex(random, 16)}-01`],
    ...['Via', '1.1 relay'],
    ...['Connection', 'close'],
  ]
}
