import { describe, expect, it } from 'vitest'
import { openRaw } from '../../support/raw-socket.ts'
import { openReceiver } from './open-receiver.ts'
import { recordingDesk } from './recording-desk.ts'

const NEXT = 'GET /smuggled?user_id=thief&reward_amount=9 HTTP/1.1\r\n\r\n'
const POST = 'POST /hitpoint HTTP/1.1\r\n'
const CHUNKED = `${POST}Transfer-Encoding: chunked\r\n`
/** Longer than any bound of a head, or of a chunk's extensions, that is tried here. */
const LONG = 'x'.repeat(20_000)

/** What is recorded of one connection: the parser's code, or the target with `…` where its body is not complete. */
type Shape = readonly [what: string, bytes: string, recorded: readonly string[], replies: readonly number[]]

/** Where this request ends, another server may see elsewhere: it is kept as it came, refused, and ends all. */
const AMBIGUOUS: readonly Shape[] = [
  [
    'a length and chunks',
    `${POST}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${NEXT}`,
    ['HPE_INVALID_TRANSFER_ENCODING'],
    [400],
  ],
  ['chunks and a length', `${CHUNKED}Content-Length: 4\r\n\r\n0\r\n\r\n${NEXT}`, ['HPE_INVALID_CONTENT_LENGTH'], [400]],
  [
    'two lengths',
    `${POST}Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde${NEXT}`,
    ['HPE_UNEXPECTED_CONTENT_LENGTH'],
    [400],
  ],
  [
    'one length twice',
    `${POST}Content-Length: 4\r\nContent-Length: 4\r\n\r\nabcd${NEXT}`,
    ['HPE_UNEXPECTED_CONTENT_LENGTH'],
    [400],
  ],
  ['a list of lengths', `${POST}Content-Length: 4, 4\r\n\r\nabcd${NEXT}`, ['HPE_INVALID_CONTENT_LENGTH'], [400]],
  ['a length with a sign', `${POST}Content-Length: +4\r\n\r\nabcd${NEXT}`, ['HPE_INVALID_CONTENT_LENGTH'], [400]],
  [
    'a length beyond all numbers',
    `${POST}Content-Length: ${'9'.repeat(30)}\r\n\r\n${NEXT}`,
    ['HPE_INVALID_CONTENT_LENGTH'],
    [400],
  ],
  ['an empty length', `${POST}Content-Length:\r\n\r\n${NEXT}`, ['HPE_INVALID_CONTENT_LENGTH'], [400]],
  [
    'chunks that are not the last coding',
    `${POST}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${NEXT}`,
    ['HPE_INVALID_TRANSFER_ENCODING'],
    [400],
  ],
  [
    'a coding that only looks like chunks',
    `${POST}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${NEXT}`,
    ['/hitpoint …'],
    [400],
  ],
  [
    'chunks twice',
    `${CHUNKED}Transfer-Encoding: identity\r\n\r\n0\r\n\r\n${NEXT}`,
    ['HPE_INVALID_TRANSFER_ENCODING'],
    [400],
  ],
  [
    'a space before the colon',
    `${POST}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${NEXT}`,
    ['HPE_INVALID_HEADER_TOKEN'],
    [400],
  ],
  [
    'a control character before the value',
    `${POST}Transfer-Encoding: \x0bchunked\r\n\r\n0\r\n\r\n${NEXT}`,
    ['HPE_INVALID_HEADER_TOKEN'],
    [400],
  ],
  [
    'a folded coding',
    `${POST}Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n${NEXT}`,
    ['HPE_INVALID_HEADER_TOKEN'],
    [400],
  ],
  [
    'chunks in HTTP/1.0',
    `POST /hitpoint HTTP/1.0\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${NEXT}`,
    ['TRANSFER_ENCODING_IN_OLD_HTTP'],
    [400],
  ],
  ['bare line feeds', `GET /hitpoint HTTP/1.1\nHost: a\n\n${NEXT}`, ['HPE_INVALID_VERSION'], [400]],
  [
    'one bare line feed between headers',
    `GET /hitpoint HTTP/1.1\r\nHost: a\nX: b\r\n\r\n${NEXT}`,
    ['HPE_CR_EXPECTED'],
    [400],
  ],
  [
    'a head that ends with a bare line feed',
    `GET /hitpoint HTTP/1.1\r\nHost: a\r\n\n${NEXT}`,
    ['HPE_INVALID_HEADER_TOKEN'],
    [400],
  ],
  ['a bare carriage return', `GET /hitpoint HTTP/1.1\r\nHost: a\rX: b\r\n\r\n${NEXT}`, ['HPE_LF_EXPECTED'], [400]],
  ['a folded header', `GET /hitpoint HTTP/1.1\r\nX: a\r\n b\r\n\r\n${NEXT}`, ['HPE_INVALID_HEADER_TOKEN'], [400]],
  [
    'a header folded with a tab',
    `GET /hitpoint HTTP/1.1\r\nX: a\r\n\tb\r\n\r\n${NEXT}`,
    ['HPE_INVALID_HEADER_TOKEN'],
    [400],
  ],
  [
    'a first header that begins with a space',
    `GET /hitpoint HTTP/1.1\r\n X: a\r\n\r\n${NEXT}`,
    ['HPE_UNEXPECTED_SPACE'],
    [400],
  ],
  ['a NUL in a header', `GET /hitpoint HTTP/1.1\r\nX: a\0b\r\n\r\n${NEXT}`, ['HPE_INVALID_HEADER_TOKEN'], [400]],
  ['a NUL in the target', `GET /hit\0point HTTP/1.1\r\n\r\n${NEXT}`, ['HPE_INVALID_URL'], [400]],
  ['a tab in the target', `GET /hit\tpoint HTTP/1.1\r\n\r\n${NEXT}`, ['HPE_INVALID_URL'], [400]],
  ['tabs in the request line', `GET\t/hitpoint\tHTTP/1.1\r\n\r\n${NEXT}`, ['HPE_INVALID_METHOD'], [400]],
  ['a header without a name', `GET /hitpoint HTTP/1.1\r\n: x\r\n\r\n${NEXT}`, ['HPE_INVALID_HEADER_TOKEN'], [400]],
  ['a header without a colon', `GET /hitpoint HTTP/1.1\r\nfoo\r\n\r\n${NEXT}`, ['HPE_INVALID_HEADER_TOKEN'], [400]],
  ['a PROXY line', `PROXY TCP4 1.2.3.4 5.6.7.8 1 2\r\n${NEXT}`, ['HPE_INVALID_METHOD'], [400]],
  ['a PROXY header of version 2', `\r\n\r\n\0\r\nQUIT\n\x21\x11\0\x0c${NEXT}`, ['HPE_INVALID_METHOD'], [400]],
  ['HTTP/2 without being asked', `PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n${NEXT}`, ['HPE_PAUSED_H2_UPGRADE'], [400]],
  ['a TLS greeting', `\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03${NEXT}`, ['HPE_INVALID_METHOD'], [400]],
]

/** The head was understood, the chunks were not: kept with what had come, refused, and ends all. */
const CHUNKS: readonly Shape[] = [
  ['a size beyond all numbers', `${CHUNKED}\r\n${'f'.repeat(18)}\r\nabc${NEXT}`, ['/hitpoint …'], [400]],
  ['a size that is no hexadecimal number', `${CHUNKED}\r\nxyz\r\nabc\r\n${NEXT}`, ['/hitpoint …'], [400]],
  ['a size with 0x', `${CHUNKED}\r\n0x3\r\nabc\r\n${NEXT}`, ['/hitpoint …'], [400]],
  ['a size with a space', `${CHUNKED}\r\n3 \r\nabc\r\n0\r\n\r\n${NEXT}`, ['/hitpoint …'], [400]],
  ['line feeds alone', `${CHUNKED}\r\n3\nabc\n0\n\n${NEXT}`, ['/hitpoint …'], [400]],
  ['more bytes than were told', `${CHUNKED}\r\n2\r\nabc\r\n0\r\n\r\n${NEXT}`, ['/hitpoint …'], [400]],
  ['a line feed in an extension', `${CHUNKED}\r\n3;a\nb\r\nabc\r\n0\r\n\r\n${NEXT}`, ['/hitpoint …'], [400]],
  ['endless extensions', `${CHUNKED}\r\n3;${LONG}\r\nabc\r\n0\r\n\r\n${NEXT}`, ['/hitpoint …'], [413]],
  ['endless trailers', `${CHUNKED}\r\n0\r\n${`X: ${LONG}\r\n`.repeat(2)}\r\n${NEXT}`, ['/hitpoint …'], [431]],
  ['a length among the trailers', `${CHUNKED}\r\n0\r\nContent-Length: 5\r\n\r\n${NEXT}`, ['/hitpoint …'], [400]],
]

/** Unusual, but there is one way only to read it: a request like any other, and so is the next one, unless
 * another protocol was asked for: then it is kept as rejected. */
const PLAIN: readonly Shape[] = [
  [
    'an upgrade to a WebSocket',
    `GET /hitpoint HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\n\r\n${NEXT}`,
    ['/hitpoint', 'AFTER_UPGRADE'],
    [200, 400],
  ],
  [
    'an upgrade to HTTP/2',
    `GET /hitpoint HTTP/1.1\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n${NEXT}`,
    ['/hitpoint', 'AFTER_UPGRADE'],
    [200, 400],
  ],
  [
    'an absolute target',
    `GET http://elsewhere.test/hitpoint HTTP/1.1\r\nHost: a\r\n\r\n${NEXT}`,
    ['http://elsewhere.test/hitpoint', 'NEXT'],
    [200, 200],
  ],
  ['an asterisk', `OPTIONS * HTTP/1.1\r\n\r\n${NEXT}`, ['*', 'NEXT'], [200, 200]],
  ['line ends before it', `\r\n\r\n\r\nGET /hitpoint HTTP/1.1\r\n\r\n${NEXT}`, ['/hitpoint', 'NEXT'], [200, 200]],
  [
    'an extension and a trailer',
    `${CHUNKED}\r\n3;a=b\r\nabc\r\n0\r\nX: y\r\n\r\n${NEXT}`,
    ['/hitpoint', 'NEXT'],
    [200, 200],
  ],
  [
    'a GET with a body that looks like a request',
    `GET /hitpoint HTTP/1.1\r\nContent-Length: ${String(NEXT.length)}\r\n\r\n${NEXT}`,
    ['/hitpoint'],
    [200],
  ],
]

/** The first request ends the connection: what follows is no request of its own, but kept. */
const LAST: readonly Shape[] = [
  [
    'says that it is the last',
    `GET /hitpoint HTTP/1.1\r\nConnection: close\r\n\r\n${NEXT}`,
    ['/hitpoint', 'HPE_CLOSED_CONNECTION'],
    [200],
  ],
  ['is of HTTP/1.0', `GET /hitpoint HTTP/1.0\r\n\r\n${NEXT}`, ['/hitpoint', 'HPE_CLOSED_CONNECTION'], [200]],
  ['is a CONNECT', `CONNECT a:443 HTTP/1.1\r\n\r\n${NEXT}`, ['a:443'], [200]],
  ['is of HTTP/0.9 and ends like one of 1.1', `GET /hitpoint\r\n\r\n`, ['/hitpoint'], [200]],
]

async function meet([, bytes]: Shape, recorded: number) {
  const desk = recordingDesk()
  const { port } = await openReceiver(desk, { headTimeout: 300, requestTimeout: 300, checkInterval: 50 })
  const sender = await openRaw(port)
  sender.write(bytes)
  await desk.captured(recorded)
  const kept = () =>
    desk.kept.map(({ request: { target, rejection, bodyComplete } }) =>
      rejection === null
        ? `${(target ?? '').replace(/^\/smuggled.*/, 'NEXT')}${bodyComplete ? '' : ' …'}`
        : rejection.code,
    )
  return { desk, sender, kept }
}

async function repliesOf(sender: Awaited<ReturnType<typeof openRaw>>): Promise<number[]> {
  await sender.closed
  return [...sender.received().matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status))
}

describe('a request that could be read in two ways', () => {
  it.each(AMBIGUOUS)('is kept as it came, refused, and nothing after it counts: %s', async (...shape) => {
    const [, bytes, recorded, replies] = shape
    const { desk, sender, kept } = await meet(shape, recorded.length)
    expect(await repliesOf(sender)).toEqual(replies)
    expect(kept()).toEqual(recorded)
    const rejection = desk.kept[0]?.request.rejection
    if (rejection) expect(Buffer.from(rejection.firstBytes).toString('latin1')).toBe(bytes.slice(0, 8192))
    sender.destroy()
  })
})

describe('chunks that make no sense', () => {
  it.each(CHUNKS)('end the request and the connection: %s', async (...shape) => {
    const [, , recorded, replies] = shape
    const { sender, kept } = await meet(shape, recorded.length)
    expect(await repliesOf(sender)).toEqual(replies)
    expect(kept()).toEqual(recorded)
    sender.destroy()
  })

  it.each([
    ['the last one is missing', `${CHUNKED}\r\n3\r\nabc\r\n`],
    ['one is announced that nobody can send', `${CHUNKED}\r\nfffffffffffffff\r\nabc`],
    ['a size has zeros without end', `${CHUNKED}\r\n${'0'.repeat(100_000)}`],
  ])('are waited for until the time is over: %s', async (what, bytes) => {
    const { sender, kept } = await meet([what, bytes, [], []], 1)
    expect(await repliesOf(sender)).toEqual([408])
    expect(kept()).toEqual(['/hitpoint …'])
    sender.destroy()
  })
})

describe('a request of an unusual shape', () => {
  it.each(PLAIN)('is recorded and answered like any other: %s', async (...shape) => {
    const [, , recorded, replies] = shape
    const { sender, kept } = await meet(shape, recorded.length)
    for (const status of replies) expect((await sender.response()).status).toBe(status)
    expect(kept().toSorted()).toEqual(recorded.toSorted())
    sender.destroy()
  })

  it.each(LAST)('ends its connection where it %s', async (...shape) => {
    const [, , recorded, replies] = shape
    const { sender, kept } = await meet(shape, recorded.length)
    sender.end()
    expect(await repliesOf(sender)).toEqual(replies)
    expect(kept().toSorted()).toEqual(recorded.toSorted())
    sender.destroy()
  })

  it.each([
    ['line ends alone', '\r\n\r\n\r\n'],
    ['a request line of HTTP/0.9', 'GET /hitpoint\r\n'],
    ['a head that stops', 'GET /hitpoint HTTP/1.1\r\nHost'],
  ])('that never becomes one is kept when its time is over: %s', async (what, bytes) => {
    const { desk, sender, kept } = await meet([what, bytes, [], []], 1)
    expect(await repliesOf(sender)).toEqual([408])
    expect(kept()).toEqual(['ERR_HTTP_REQUEST_TIMEOUT'])
    expect(Buffer.from(desk.kept[0]?.request.rejection?.firstBytes ?? []).toString('latin1')).toBe(bytes)
    sender.destroy()
  })
})
