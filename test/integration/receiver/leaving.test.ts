import { describe, expect, it } from 'vitest'
import { openRaw } from '../../support/raw-socket.ts'
import { openReceiver } from './open-receiver.ts'
import { firstHeldBack, recordingDesk } from './recording-desk.ts'

const GET = 'GET /1 HTTP/1.1\r\nHost: a\r\n\r\n'
const POST = 'POST /2 HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello'
const CHUNKED = 'PUT /3 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n'
const BODY_CUT = 'POST /cut HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhel'
const UPGRADE = 'GET /up HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'
/** Its body has no valid chunk. */
const UPGRADE_CHUNKED = `${UPGRADE.trim()}\r\nTransfer-Encoding: chunked\r\n\r\n`
const CONNECT = 'CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n'
const AMBIGUOUS = 'POST /old HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'
const OK = 200

/** What a sender said before it ended its side, and the statuses of the replies that it still reads. */
const SHAPES: readonly (readonly [name: string, bytes: string, statuses: readonly number[]])[] = [
  ['nothing', '', []],
  ['line ends', '\r\n\r\n', []],
  ['part of a head', 'GET /half HTT', [400]],
  ['a request', GET, [OK]],
  ['a request and line ends', `${GET}\r\n\n`, [OK]],
  ['a request and part of the next head', `${GET}GET /half HTT`, [OK, 400]],
  ['part of a body', BODY_CUT, [400]],
  ['part of a chunk', CHUNKED.slice(0, -9), [400]],
  ['requests in a row', GET + POST + GET + CHUNKED + GET, [OK, OK, OK, OK, OK]],
  ['requests and part of a body', GET + POST + BODY_CUT, [OK, OK, 400]],
  ['requests and what is no HTTP', `${GET + CHUNKED}\u00c2\n$__proto__\r\nx`, [OK, OK, 400]],
  ['a body and what is no HTTP', `${POST}\0\0`, [OK, 400]],
  ['a request and one that ends ambiguously', GET + AMBIGUOUS, [OK, 400]],
  ['CONNECT', CONNECT, [OK]],
  ['a request, and CONNECT with bytes behind it', `${GET + CONNECT}bytes`, [OK, OK]],
  ['an upgrade', UPGRADE, [OK]],
  ['a request, and an upgrade with bytes behind it', `${GET + UPGRADE}bytes`, [OK, OK, 400]],
  ['an upgrade with a body', `${UPGRADE_CHUNKED}5\r\nhello\r\n0\r\n\r\n`, [OK]],
  ['an upgrade with part of a body', `${UPGRADE_CHUNKED}5\r\nhe`, [400]],
  ['an upgrade with a body that is none', `${UPGRADE_CHUNKED}fffffffff\r\r\r\nx`, [400]],
  ['a HEAD', 'HEAD / HTTP/1.1\r\nHost: a\r\n\r\n', [OK]],
  ['two of HTTP/1.0', 'GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n'.repeat(2), [OK, OK]],
  ['what is still asked about', POST.replace('\r\n\r\n', '\r\nExpect: 100-continue\r\n\r\n'), [100, OK]],
]

describe('what comes on one connection is recorded in the order in which it came', () => {
  it.each([
    ['a body before what is no HTTP', `${POST}\0\0`, ['/2', null]],
    ['a body before a request', POST + GET + CHUNKED + GET, ['/2', '/1', '/3', '/1']],
    ['bodies before CONNECT', CHUNKED + POST + CONNECT, ['/3', '/2', 'a:1']],
    ['a body before one that ends ambiguously', POST + AMBIGUOUS, ['/2', null]],
    ['a body before an upgrade with bytes behind it', `${POST + UPGRADE}bytes`, ['/2', '/up', null]],
  ] as const)('%s', async (_name, bytes, targets) => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk)
    const sender = await openRaw(port)
    sender.write(bytes)
    await desk.captured(targets.length)
    expect(desk.kept.map(({ request }) => request.target)).toEqual(targets)
    sender.destroy()
  })
})

it('what stands behind an upgrade in its packet is recorded, also where a request stood before it', async () => {
  const desk = recordingDesk()
  const { port } = await openReceiver(desk)
  const long = UPGRADE.replace('Host: a', `Host: a\r\nX: ${'x'.repeat(12_000)}`)
  for (const before of [GET, POST, '']) {
    for (const upgrade of [UPGRADE, long]) {
      const sender = await openRaw(port)
      sender.write(`${before}${upgrade}GET /behind HTTP/1.1\r\n\r\n`)
      await desk.captured(desk.kept.length + (before === '' ? 2 : 3))
      const { rejection } = desk.kept.at(-1)?.request ?? {}
      expect(Buffer.from(rejection?.firstBytes ?? []).toString()).toBe('GET /behind HTTP/1.1\r\n\r\n')
      sender.destroy()
    }
  }
})

function statuses(text: string): number[] {
  return [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status))
}

describe('a sender that ends its side gets every reply, and is then let go at once, after', () => {
  it.each(SHAPES)('%s', async (_name, bytes, expected) => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk)
    const sender = await openRaw(port)
    sender.write(bytes)
    sender.end()
    await sender.closed
    expect(statuses(sender.received())).toEqual(expected)
  })

  it.each(SHAPES.filter(([, , { length }]) => length > 0))(
    '%s, while the store is slow',
    async (_name, bytes, expected) => {
      const { desk, commit } = firstHeldBack()
      const { port } = await openReceiver(desk)
      const sender = await openRaw(port)
      sender.write(bytes)
      sender.end()
      await desk.captured(expected.filter((status) => status >= OK).length)
      // The receiver has seen the end by then: another connection was served meanwhile.
      const other = await openRaw(port)
      other.write(GET)
      await other.response()
      other.destroy()
      commit()
      await sender.closed
      // Node closes behind the last reply that it knows of: the words for what is no HTTP may then be lost.
      expect([expected, expected.slice(0, -1)]).toContainEqual(statuses(sender.received()))
      expect(statuses(sender.received())).toEqual(expect.arrayContaining(expected.filter((status) => status <= OK)))
    },
  )
})
