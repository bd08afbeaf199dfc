import { decodeQR } from 'qr/decode.js'
import { describe, expect, it } from 'vitest'
import { buildDashboardUrl } from '../../../../src/core/dashboard-url.ts'
import { MOST_QR_BYTES, type QrModules, QUIET_ZONE, qrModules, qrPath } from '../../../../src/renderer/lib/qr-code.ts'

const PIXELS = 4
/** Time is no bound here: on a busy machine the decoder would give up early. */
const PATIENT = { effort: 8, timeLimit: 20_000 }

/** The code as a camera sees it; `isDark` says which modules are drawn. */
function decoded(count: number, isDark: (x: number, y: number) => boolean): string {
  const size = count * PIXELS
  const data = new Uint8Array(size * size * 4).fill(255)
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (!isDark(Math.floor(x / PIXELS), Math.floor(y / PIXELS))) continue
      data.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3)
    }
  }
  return decodeQR({ width: size, height: size, data }, PATIENT)
}

/** What a path of rectangles covers, read from its text and from nothing else. */
function drawn(path: string): (x: number, y: number) => boolean {
  const dark = new Set<string>()
  for (const [, x = '', y = '', width = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let step = 0; step < Number(width); step += 1) dark.add(`${String(Number(x) + step)} ${y}`)
  }
  return (x, y) => dark.has(`${String(x)} ${String(y)}`)
}

function codeOf(text: string): QrModules {
  const modules = qrModules(text)
  if (modules === null) throw new Error('It is too long for a code.')
  return modules
}

const endpoint = { path: '/hitpoint', userIdParam: 'user_id', rewardAmountParam: 'reward_amount' }
const URLS = {
  'an ordinary dashboard URL': buildDashboardUrl('https://brave-fox-12.localtunnel.me', endpoint),
  'a URL with a secret path': buildDashboardUrl('https://a.example', {
    ...endpoint,
    pathToken: 'AbCdEf0123456789_-xyZ',
  }),
  'names in other scripts': buildDashboardUrl('https://a.example', {
    ...endpoint,
    userIdParam: 'пользователь',
    rewardAmountParam: '報酬額🎁',
  }),
  'a host in Unicode, as a user may type their own': 'https://bücher.example/empfänger?名前={user_id}',
  'a long URL': buildDashboardUrl('https://a.example', { ...endpoint, path: `/${'segment/'.repeat(60)}` }),
  'the longest that fits': `https://a.example/${'x'.repeat(MOST_QR_BYTES - 18)}`,
}

describe('a QR code', () => {
  it.each(Object.entries(URLS))('decodes to the very text as it is drawn: %s', (_, url) => {
    const modules = codeOf(url)
    expect(decoded(modules.length, drawn(qrPath(modules)))).toBe(url)
  })

  it('has four light modules on each side, and is a square', () => {
    const modules = codeOf(URLS['an ordinary dashboard URL'])
    const { length } = modules
    expect(modules.every((row) => row.length === length)).toBe(true)
    const darkAt = modules.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [x, y] : [])))
    expect(Math.min(...darkAt)).toBe(4)
    expect(Math.max(...darkAt)).toBe(length - 5)
  })

  it('can be read with a corner of it covered, as error correction M promises', () => {
    const modules = codeOf(URLS['an ordinary dashboard URL'])
    const end = modules.length - QUIET_ZONE
    const isCovered = (x: number, y: number): boolean => x >= end - 6 && y >= end - 3
    const isDark = drawn(qrPath(modules))
    expect(decoded(modules.length, (x, y) => !isCovered(x, y) && isDark(x, y))).toBe(URLS['an ordinary dashboard URL'])
  })

  it('is none for a text that is longer than a code can hold, counted in bytes', () => {
    expect(qrModules('x'.repeat(MOST_QR_BYTES + 1))).toBeNull()
    expect(qrModules('ü'.repeat(MOST_QR_BYTES / 2 + 1))).toBeNull()
  })
})
