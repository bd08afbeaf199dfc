import { ArchiveError, archivedRequestSchema } from '../../../src/core/archive.ts'
import { linkAmong, readLink } from '../../../src/core/deep-link.ts'
import { hashOf, placeSchema } from '../../../src/core/place.ts'
import { readHar } from '../../../src/services/exporter/har-reader.ts'
import { type FuzzTarget, must, mustEqual } from '../engine/target.ts'

const ENTRY = {
  startedDateTime: '2026-01-02T03:04:05.678Z',
  time: 1,
  request: {
    method: 'POST',
    url: 'https://a.example/hitpoint?user_id=u_1#x',
    httpVersion: 'HTTP/1.1',
    headers: [{ name: 'Host', value: 'a.example' }],
    bodySize: 1,
    postData: { mimeType: '', text: 'x' },
  },
  response: { status: 200, headers: [{ name: 'A', value: 'b' }], content: { text: 'OK' } },
  _adjump: { target: '/hitpoint?user_id=u_1', remoteAddress: null },
}
const HAR = JSON.stringify({ log: { version: '1.2', pages: [], entries: [ENTRY, { ...ENTRY, _adjump: null }] } })

/** A HAR: requests as a server could have received them, the same however it comes, or its own error. */
export const har: FuzzTarget = {
  name: 'har',
  seeds: [HAR, HAR.slice(0, -3), '{"log":{"entries":[]}}', '{}', ''],
  async run({ bytes }) {
    const whole = await read(bytes, bytes.length + 1)
    mustEqual(await read(bytes, 3), whole, 'what came in small pieces')
    for (const request of Array.isArray(whole) ? whole : []) {
      if (request === null) continue
      const { target, headers } = archivedRequestSchema.parse(request)
      must(target !== null && /^[\x21-\x7e\x80-\xff]+$/.test(target), 'a target that no server could have received')
      must(!/[\0\r\n]/.test(headers.join('')) && headers.length % 2 === 0, 'a header that is none')
    }
  },
}

/** What was read, or why it was refused. */
async function read(bytes: Uint8Array, pieceLength: number): Promise<readonly unknown[] | string> {
  const found: unknown[] = []
  try {
    for await (const one of readHar(pieces(bytes, pieceLength))) found.push(one)
    return found
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error
    return error.code
  }
}

async function* pieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

/** A link: a place in the screen, or nothing. */
export const deepLink: FuzzTarget = {
  name: 'deep-link',
  seeds: [
    'adjump-inspector://postback/12',
    'adjump-inspector://expectation/0b9f1b0e-6f57-4f3b-9c55-2f9f3d6c1a77',
    'adjump-inspector://tunnel/',
    '/usr/bin/app\x1f--data=x\x1fadjump-inspector://postback/1',
  ],
  run({ text, parts }) {
    const place = readLink(text)
    if (place !== null) {
      must(placeSchema.safeParse(place).success, 'a place that is none')
      must(/^#\/[a-z]+(?:\/[a-z\d-]+)?$/.test(hashOf(place)), `the hash ${hashOf(place)}`)
    }
    const link = linkAmong(parts)
    must(link === null || parts.includes(link), 'a link that nobody gave')
  },
}
