import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import type { ArchivedRequest } from '../../../src/core/archive.ts'
import { ArchiveError } from '../../../src/core/archive.ts'
import { readHar } from '../../../src/services/exporter/har-reader.ts'

const AT = '2026-03-04T05:06:07.089Z'

function anEntry(request: object = {}, rest: object = {}): object {
  return {
    startedDateTime: AT,
    time: 12.4,
    request: {
      method: 'GET',
      url: 'https://shop.example/hitpoint?user_id=u%201&reward_amount=5',
      httpVersion: 'HTTP/1.1',
      headers: [{ name: 'Host', value: 'shop.example' }],
      queryString: [],
      headersSize: -1,
      bodySize: 0,
      ...request,
    },
    response: { status: 200, headers: [{ name: 'X-A', value: '1' }], content: { size: 2, mimeType: '', text: 'OK' } },
    ...rest,
  }
}

const aHar = (entries: readonly unknown[]): string =>
  JSON.stringify({ log: { version: '1.2', creator: { name: 'x', version: '1' }, pages: [{ entries: [1] }], entries } })

async function* inPieces(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

async function read(text: string | Uint8Array, pieceLength = 1000): Promise<(ArchivedRequest | null)[]> {
  const all: (ArchivedRequest | null)[] = []
  for await (const one of readHar(inPieces(Buffer.from(text), pieceLength))) all.push(one)
  return all
}

/** Why it is refused. */
async function refusal(text: string | Uint8Array): Promise<string> {
  try {
    await read(text)
    return 'taken'
  } catch (error) {
    return error instanceof ArchiveError ? error.code : 'thrown'
  }
}

const firstOf = async (entry: object): Promise<ArchivedRequest | null> => (await read(aHar([entry])))[0] ?? null

describe('a HAR', () => {
  it.each([1, 2, 7, 100_000])('is read entry by entry, also where its pieces have %i bytes', async (pieceLength) => {
    const tricky = String.raw`{"log":{"comment":"\"entries\":[{ \\","entries":[`
    const text = `\ufeff ${tricky}${JSON.stringify(anEntry({ method: 'PUT' }))} , ${JSON.stringify(anEntry())}],"x":{"entries":[{}]}}}\n`
    const methods = (await read(text, pieceLength)).map((one) => one?.method)
    expect(methods).toEqual(['PUT', 'GET'])
  })

  it('has requests as a server has received them', async () => {
    expect(await firstOf(anEntry())).toEqual({
      type: 'request',
      installation: 'har',
      id: expect.any(Number),
      receivedAt: Date.parse(AT),
      remoteAddress: null,
      remotePort: null,
      httpVersion: '1.1',
      method: 'GET',
      target: '/hitpoint?user_id=u%201&reward_amount=5',
      headers: ['Host', 'shop.example'],
      body: '',
      bodyLength: 0,
      bodyComplete: true,
      rejection: null,
      reply: { status: 200, plan: [[['X-A', '1']], 'OK', 0], relayed: null },
      outcome: { sentAt: Date.parse(AT) + 12, senderGone: false },
      mark: null,
    })
  })

  it.each([
    ['https://shop.example', '/'],
    ['https://shop.example?a=1', '/?a=1'],
    ['https://shop.example/a?b=1#c', '/a?b=1'],
    ['https://user:pass@shop.example:81/a?b=%C3%A9&c=%zz', '/a?b=%C3%A9&c=%zz'],
    ['https://shop.example/a?b=\u00e9', '/a?b=\u00e9'],
    ['https://shop.example/a?b=\u20ac', '/a?b=\u00e2\u0082\u00ac'],
    ['https://shop.example//a/../b?c={user_id}', '//a/../b?c={user_id}'],
  ])('with the URL %s has the target %s', async (url, target) => {
    expect((await firstOf(anEntry({ url })))?.target).toBe(target)
  })

  it('of our own has the exact target, which no URL could say', async () => {
    const own = { target: '/hitpoint?a=1#x&b=2', remoteAddress: '10.0.0.1', bodyComplete: false, senderGone: true }
    expect(await firstOf(anEntry({}, { _adjump: own }))).toMatchObject({
      target: own.target,
      remoteAddress: '10.0.0.1',
      bodyComplete: false,
      outcome: { senderGone: true },
    })
  })

  it('has bodies as text, or as bytes where our own export says so', async () => {
    const body = async (postData: object): Promise<string> =>
      Buffer.from((await firstOf(anEntry({ method: 'POST', postData })))?.body ?? '', 'base64').toString('hex')
    expect(await body({ mimeType: '', text: '\u00e9' })).toBe('c3a9')
    expect(await body({ mimeType: '', text: '/w==', _encoding: 'base64' })).toBe('ff')
  })

  it('of HTTP/2 has no pseudo headers, and the host where the others have it', async () => {
    const headers = [
      { name: ':method', value: 'GET' },
      { name: ':authority', value: 'shop.example' },
      { name: 'x', value: 'y' },
    ]
    expect((await firstOf(anEntry({ headers, httpVersion: 'h2' })))?.headers).toEqual([
      'Host',
      'shop.example',
      'x',
      'y',
    ])
  })

  it('that has no response for a request says that nothing was sent', async () => {
    const none = { status: 0, headers: [], content: { size: 0, mimeType: '' } }
    expect(await firstOf(anEntry({}, { response: none }))).toMatchObject({
      reply: { plan: [[], '', 0, 'silence'] },
      outcome: null,
    })
  })

  it('gives the same request the same identity, and each of several alike one of its own', async () => {
    const [a, b, c] = await read(aHar([anEntry(), anEntry(), anEntry({ method: 'PUT' })]))
    const again = await read(aHar([anEntry(), anEntry()]))
    expect(new Set([a?.id, b?.id, c?.id]).size).toBe(3)
    expect(again.map((one) => one?.id)).toEqual([a?.id, b?.id])
  })

  it.each([
    ['another scheme', anEntry({ url: 'data:text/plain,x' })],
    ['a WebSocket', anEntry({ url: 'wss://shop.example/' })],
    ['a line break in its URL', anEntry({ url: 'https://shop.example/a\r\nHost: evil' })],
    ['a space in its URL', anEntry({ url: 'https://shop.example/a b' })],
    ['a line break in a header', anEntry({ headers: [{ name: 'a', value: 'b\r\nc: d' }] })],
    ['a header’s name that is none', anEntry({ headers: [{ name: 'a b', value: 'c' }] })],
    ['a method that is none', anEntry({ method: 'GET / HTTP/1.1\r\nX:' })],
    ['no time', anEntry({}, { startedDateTime: 'yesterday' })],
    ['a time before all others', anEntry({}, { startedDateTime: '1960-01-01T00:00:00Z' })],
    ['a time beyond all others', anEntry({}, { startedDateTime: '+275000-01-01T00:00:00Z' })],
    ['too long a URL', anEntry({ url: `https://shop.example/${'x'.repeat(70_000)}` })],
    ['too many headers', anEntry({ headers: Array.from({ length: 501 }, () => ({ name: 'a', value: 'b' })) })],
    ['too long headers', anEntry({ headers: [{ name: 'a', value: 'b'.repeat(70_000) }] })],
    ['nothing of an entry', {}],
    ['an exact target that no server could have received', anEntry({}, { _adjump: { target: 'a b' } })],
  ])('leaves out what has %s', async (_, entry) => {
    expect(await read(aHar([entry, anEntry()]))).toEqual([null, expect.objectContaining({ method: 'GET' })])
  })

  it('keeps as much of a body as the receiver does', async () => {
    const text = 'x'.repeat(1024 * 1024 + 10)
    const one = await firstOf(anEntry({ method: 'POST', postData: { text } }))
    expect(Buffer.from(one?.body ?? '', 'base64')).toHaveLength(1024 * 1024)
    expect(one?.bodyLength).toBe(text.length)
  })

  it.each([
    ['', 'no-archive'],
    ['id,user_id\r\n1,u_1\r\n', 'no-archive'],
    ['[]', 'no-archive'],
    ['"log"', 'no-archive'],
    ['{}', 'no-archive'],
    ['{"entries":[{}]}', 'no-archive'],
    ['{"log":{"entries":{}}}', 'no-archive'],
    ['{"log":[{"entries":[{}]}]}', 'no-archive'],
    [aHar([anEntry()]).slice(0, -1), 'cut-off'],
    [aHar([anEntry()]).slice(0, -60), 'cut-off'],
    ['{"log":', 'no-archive'],
    ['{"log":{"entries":[{"a":tru}]}}', 'damaged'],
    ['{"log":{"entries":[{]}}', 'damaged'],
    [`{"log":${'['.repeat(10_000)}`, 'damaged'],
    ['{"log":{"entries":[]}}}', 'no-archive'],
  ])('is none, or not whole, where it is %j', async (text, code) => {
    expect(await refusal(text)).toBe(code)
  })

  it('is refused where one entry would fill the memory', async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('{"log":{"entries":[{"a":"')
      const more = Buffer.alloc(1024 * 1024, 'x')
      for (;;) yield more
    }
    const reading = (async () => {
      for await (const _ of readHar(endless()));
    })()
    await expect(reading).rejects.toMatchObject({ code: 'damaged' })
  })

  it('may be empty', async () => {
    expect(await read('{"log":{"entries":[]}}')).toEqual([])
  })
})
