import { seededRandom } from '../../support/random-decimals.ts'

/** One request of the soak: made from its number alone, so that it can be made again when the history is checked. */
export interface SoakRequest {
  readonly n: number
  /** `raw`: bytes on a connection of their own, which may be no HTTP at all. */
  readonly way: 'local' | 'tunnel' | 'raw'
  readonly method: string
  readonly target: string
  /** Without Host and Connection, which each way sets for itself. */
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Buffer
  /** For `raw`. */
  readonly bytes: Buffer
  /** For `raw`: ends without waiting for an answer. */
  readonly leaves: boolean
}

const NOTHING = Buffer.alloc(0)
const MARK = /soak-(\d+)-/

/** The number that a stored request carries. */
export function numberIn(text: string): number | null {
  const found = MARK.exec(text)?.[1]
  return found === undefined ? null : Number(found)
}

/** The nth request. Of ten: six clean, one with a body, two broken, one hostile; each tenth http one by the tunnel. */
export function soakRequest(n: number): SoakRequest {
  const random = seededRandom(n * 7919 + 17)
  const mark = `soak-${String(n)}-`
  const headers: (readonly [string, string])[] = [
    ['User-Agent', 'axios/1.7.2'],
    ['Accept', 'application/json, text/plain, */*'],
    ['X-Soak', mark],
  ]
  const way = random() < 0.1 ? 'tunnel' : 'local'
  const base = { n, way, method: 'GET', headers, body: NOTHING, bytes: NOTHING, leaves: false } as const
  const turn = n % 10
  if (turn < 6) {
    const amount = `${String(Math.floor(random() * 1000))}.${String(Math.floor(random() * 100))}`
    return { ...base, target: `/hitpoint?user_id=u_${String(n % 5000)}_${mark}&reward_amount=${amount}` }
  }
  if (turn === 6) {
    const body = Buffer.from(Array.from({ length: Math.floor(random() * 3000) }, () => Math.floor(random() * 256)))
    const more: readonly (readonly [string, string])[] = [
      ['Content-Type', 'application/octet-stream'],
      ['Content-Length', String(body.length)],
    ]
    return { ...base, method: 'POST', target: `/hitpoint?user_id=${mark}`, headers: [...headers, ...more], body }
  }
  if (turn < 9) return { ...base, target: pick(BROKEN, random)(mark) }
  const hostile = pick(HOSTILE, random)(mark, random)
  return { ...base, ...hostile, way: 'raw', target: '', bytes: Buffer.from(hostile.text, 'latin1') }
}

function pick<T>(all: readonly [T, ...T[]], random: () => number): T {
  return all[Math.floor(random() * all.length)] ?? all[0]
}

const BROKEN: readonly [(mark: string) => string, ...((mark: string) => string)[]] = [
  () => '/hitpoint?user_id={user_id}&reward_amount={reward_amount}',
  (mark) => `/hitpoint?user_id=${mark}&amp;reward_amount=5`,
  (mark) => `/hitpoint?user_id=${mark}&reward_amount=1,50`,
  (mark) => `/HitPoint/?userid=${mark}&Reward=5`,
  (mark) => `/nowhere?user_id=${mark}&reward_amount=%E2%82%AC5`,
  (mark) => `/hitpoint%3Fuser_id=${mark}%26reward_amount=5`,
  (mark) => `/hitpoint?user_id=${mark}%3Cscript%3Ealert(1)%3C/script%3E&reward_amount==5`,
  (mark) => `/hitpoint?user_id=%1b[31m${mark}%E2%80%AE&reward_amount=${'9'.repeat(400)}`,
  (mark) => `/wp-login.php?${mark}`,
  (mark) => `/hitpoint?${'x=1&'.repeat(300)}user_id=${mark}`,
]

interface Hostile {
  readonly text: string
  readonly leaves: boolean
}

type MakeHostile = (mark: string, random: () => number) => Hostile

const HOSTILE: readonly [MakeHostile, ...MakeHostile[]] = [
  (mark) => ({ text: `\x16\x03\x01${mark}\x00\xff\r\n\r\n`, leaves: false }),
  (mark) => ({ text: `${mark} / HTTP/1.1\r\nHost: x\r\n\r\n`, leaves: false }),
  (mark) => ({ text: `GET /hitpoint?${mark} raw space HTTP/1.1\r\nHost: x\r\n\r\n`, leaves: false }),
  (mark) => ({ text: `GET /${mark}${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, leaves: false }),
  (mark) => ({
    text: `POST /hitpoint?${mark} HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    leaves: false,
  }),
  (mark) => ({ text: `GET /hitpoint?${mark} HTTP/1.1\nHost: x\n\n`, leaves: false }),
  (mark) => ({ text: `CONNECT ${mark}:443 HTTP/1.1\r\nHost: x\r\n\r\n`, leaves: false }),
  (mark) => ({ text: `GET /hitpoint?${mark} HTTP/1.1\r\nHo`, leaves: true }),
  (mark) => ({ text: `POST /hitpoint?${mark} HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\nshort`, leaves: true }),
  (_mark, random) => ({
    text: Array.from({ length: 200 }, () => String.fromCharCode(Math.floor(random() * 256))).join(''),
    leaves: true,
  }),
]
