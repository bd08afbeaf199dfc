import { once } from 'node:events'
import { connect } from 'node:net'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { TransferJob } from '../../../src/contract/transfer-procedures.ts'
import { EVERYTHING } from '../../../src/core/filter.ts'
import { openRaw, type RawConnection, sendRaw } from '../../support/raw-socket.ts'
import { aScreen, type Screen, sharedScreen } from './a-screen.ts'

/** An archive begins so: what follows is waited for. */
const GZIP_HEAD = '\x1f\x8b\x08\0\0\0\0\0\0\x03'

async function connected(screen: Screen): Promise<WebSocket> {
  const { port, token, origin } = screen
  const socket = new WebSocket(`ws://127.0.0.1:${String(port)}/${token}/ws`, { headers: { origin } })
  onTestFinished(() => socket.terminate())
  socket.on('error', () => {})
  await once(socket, 'open')
  return socket
}

/** The code with which the server closes after this was sent. */
async function closedAfter(screen: Screen, send: (socket: WebSocket) => void): Promise<number> {
  const socket = await connected(screen)
  send(socket)
  const [code] = (await once(socket, 'close')) as [number]
  return code
}

/** A WebSocket whose frames are written by hand. */
async function rawWebSocket(
  { port, token, origin, get }: Screen,
  ...headers: readonly string[]
): Promise<RawConnection> {
  const connection = await openRaw(port)
  onTestFinished(() => connection.destroy())
  connection.write(
    get(
      `/${token}/ws`,
      ...[`Origin: ${origin}`, 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'],
      ...['Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==', ...headers],
    ),
  )
  expect((await connection.response()).status).toBe(101)
  return connection
}

/** A client's frame, masked with zeros. `first` is its first byte. */
function frame(first: number, payload: Buffer, announced = payload.length): Buffer {
  const length = Buffer.alloc(8)
  length.writeBigUInt64BE(BigInt(announced))
  return Buffer.concat([Buffer.from([first, 0xff]), length, Buffer.alloc(4), payload])
}

const overview = (id: number): string => JSON.stringify({ type: 'call', id, procedure: 'app.overview', input: {} })
const alive = async ({ url }: Screen): Promise<boolean> => (await fetch(url)).status === 200

describe('the screen’s server under abuse by whoever may see the screen', () => {
  const shared = sharedScreen()

  it.each([
    ['a message over its bound', (socket: WebSocket) => socket.send('x'.repeat(1024 * 1024 + 1)), 1009],
    ['a binary message', (socket: WebSocket) => socket.send(Buffer.from(overview(1))), 1003],
    ['half a JSON text', (socket: WebSocket) => socket.send('{"type":"call"'), 1003],
    ['JSON nested without end', (socket: WebSocket) => socket.send('['.repeat(500_000)), 1003],
  ])('ends %s', async (_what, send, code) => {
    const screen = shared()
    expect(await closedAfter(screen, send)).toBe(code)
    expect(await alive(screen)).toBe(true)
  })

  it('reads no frame of 16 EiB, no frame without a mask and no compressed one', async () => {
    const screen = shared()
    const huge = await rawWebSocket(screen)
    huge.write(frame(0x81, Buffer.alloc(0), 2 ** 53))
    await huge.closed
    const unmasked = await rawWebSocket(screen)
    unmasked.write(Buffer.from([0x81, 0x02, 0x7b, 0x7d]))
    await unmasked.closed
    // 64 MiB of spaces in a few KiB, for a server that agreed to compression.
    const bomb = await rawWebSocket(screen, 'Sec-WebSocket-Extensions: permessage-deflate')
    bomb.write(frame(0xc1, deflateRawSync(Buffer.alloc(64 * 1024 * 1024, ' '))))
    await bomb.closed
    // 1002, a fault of the protocol: not a byte of it was unpacked.
    expect(bomb.received()).toContain('\x03\xea')
    expect(await alive(screen)).toBe(true)
  })

  it('takes keys such as __proto__ and constructor for what they are', async () => {
    const screen = shared()
    const socket = await connected(screen)
    const replies: { id: number; type: string }[] = []
    socket.on('message', (data: Buffer) => replies.push(JSON.parse(data.toString()) as { id: number; type: string }))
    socket.send('{"type":"call","id":1,"procedure":"__proto__","input":{}}')
    socket.send('{"type":"call","id":2,"procedure":"constructor","input":{"__proto__":{"polluted":1}}}')
    socket.send('{"__proto__":{"type":"call"},"id":3,"procedure":"app.overview","input":{}}')
    socket.send('{"type":"call","id":4,"procedure":"app.overview","input":{"__proto__":{"polluted":1}}}')
    await expect.poll(() => replies.length).toBe(4)
    expect(replies.filter(({ type }) => type === 'output').map(({ id }) => id)).toEqual([4])
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('answers a flood of calls in their turn, while others are served', async () => {
    const screen = await aScreen()
    const socket = await connected(screen)
    let answered = 0
    socket.on('message', () => {
      answered += 1
    })
    const calls = 5000
    for (let id = 1; id <= calls; id += 1) socket.send(overview(id))
    expect(await alive(screen)).toBe(true)
    await expect.poll(() => answered, { timeout: 30_000 }).toBe(calls)
  }, 40_000)

  it('keeps calls unread where their answers are not read, and goes on when they are', async () => {
    const screen = await aScreen()
    // Each answer is large: a postback with a body of a MiB.
    await fetch(`${screen.receiver}/hitpoint?user_id=u_1&reward_amount=5`, {
      method: 'POST',
      body: 'x'.repeat(1024 * 1024),
    })
    const { port, token, origin } = screen
    const socket = connect(port, '127.0.0.1')
    onTestFinished(() => void socket.destroy())
    socket.on('error', () => {})
    socket.write(
      screen.get(
        `/${token}/ws`,
        ...[`Origin: ${origin}`, 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'],
        'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
      ),
    )
    await once(socket, 'data')
    socket.pause()
    const calls = 200
    const before = process.memoryUsage().rss
    for (let id = 1; id <= calls; id += 1) {
      socket.write(
        frame(0x81, Buffer.from(JSON.stringify({ type: 'call', id, procedure: 'postback.detail', input: { id: 1 } }))),
      )
    }
    let most = 0
    for (let look = 0; look < 15; look += 1) {
      expect(await alive(screen)).toBe(true)
      most = Math.max(most, process.memoryUsage().rss - before)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    console.log(
      `200 calls for 1.4 MB each, none read: the process grew by ${String(Math.round(most / 2 ** 20))} MiB at most`,
    )
    expect(most).toBeLessThan(230 * 2 ** 20)
    let bytes = 0
    socket.on('data', (piece) => {
      bytes += piece.length
    })
    socket.resume()
    await expect.poll(() => bytes, { timeout: 30_000 }).toBeGreaterThan(calls * 1.3 * 1024 * 1024)
  }, 60_000)

  it('has room for 32 screens, and for another when one is gone', async () => {
    const screen = await aScreen()
    const all = await Promise.all(Array.from({ length: 32 }, () => connected(screen)))
    const { port, token, origin } = screen
    const one = new WebSocket(`ws://127.0.0.1:${String(port)}/${token}/ws`, { headers: { origin } })
    const [error] = (await once(one, 'error')) as [Error]
    expect(error.message).toContain('503')
    const [first] = all
    first?.terminate()
    await expect
      .poll(() =>
        connected(screen).then(
          () => true,
          () => false,
        ),
      )
      .toBe(true)
  })
})

describe('the screen’s server under abuse by whoever can connect', () => {
  const shared = sharedScreen()

  it('lets nobody take all its connections for long, and ends heads that do not end', async () => {
    const screen = await aScreen({}, { headersTimeout: 1000, connectionsCheckingInterval: 200 })
    const slow = await Promise.all(
      Array.from({ length: 300 }, async () => {
        const connection = await openRaw(screen.port)
        connection.write('GET / HTTP/1.1\r\nHost: x')
        return connection
      }),
    )
    onTestFinished(() => slow.forEach((connection) => connection.destroy()))
    let open = slow.length
    for (const connection of slow) {
      void connection.closed.then(() => {
        open -= 1
      })
    }
    await expect.poll(() => open, { timeout: 20_000, interval: 100 }).toBeLessThanOrEqual(256)
    await expect.poll(() => open, { timeout: 20_000, interval: 100 }).toBe(0)
    expect(await alive(screen)).toBe(true)
  }, 45_000)

  it.each([
    ['a head of 100 KiB', `X: ${'x'.repeat(100_000)}\r\n`, 431],
    ['two lengths', 'Content-Length: 1\r\nContent-Length: 2\r\n', 400],
    ['a length beside chunks', 'Content-Length: 1\r\nTransfer-Encoding: chunked\r\n', 400],
  ])('refuses %s', async (_what, headers, status) => {
    const { port, token } = shared()
    const reply = await sendRaw(
      port,
      `POST /${token}/import HTTP/1.1\r\nHost: 127.0.0.1:${String(port)}\r\n${headers}\r\n`,
    )
    expect(reply.status).toBe(status)
  })
})

describe('uploads and downloads', () => {
  const shared = sharedScreen()

  const jobs = async ({ call }: Screen) => (await call('export.jobs', {})) as readonly TransferJob[]
  const start = async ({ call }: Screen) =>
    (await call('export.start', {
      format: 'ndjson',
      filter: EVERYTHING,
      expectationIds: null,
    })) as { download: string }

  it.each([
    ['without an origin', () => ({})],
    ['by another page', () => ({ origin: 'https://evil.test' })],
    ['by a page of another port', () => ({ origin: 'http://127.0.0.1:1' })],
    ['by a page without an origin of its own', () => ({ origin: 'null' })],
  ])('takes no upload %s, though it has the key', async (_what, headers) => {
    const screen = shared()
    const { port, token } = screen
    const at = `http://127.0.0.1:${String(port)}/${token}/import`
    // A simple request: no browser asks before it sends this.
    const reply = await fetch(at, {
      method: 'POST',
      headers: { ...headers(), 'content-type': 'text/plain' },
      body: 'x',
    })
    expect(reply.status).toBe(403)
    expect(await jobs(screen)).toEqual([])
  })

  it('takes an upload by its path alone', async () => {
    const screen = shared()
    const { port, token, origin } = screen
    for (const path of ['import/', 'import/../import', 'import%00', 'Import', 'import;x', 'ws', 'export/x']) {
      const reply = await sendRaw(
        port,
        `POST /${token}/${path} HTTP/1.1\r\nHost: 127.0.0.1:${String(port)}\r\nOrigin: ${origin}\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx`,
      )
      expect(reply.status).toBe(405)
    }
    expect(await jobs(screen)).toEqual([])
  })

  it('imports nothing of an upload that breaks off, and takes the next one', async () => {
    const screen = await aScreen()
    const { port, token, origin } = screen
    const head = `POST /${token}/import HTTP/1.1\r\nHost: 127.0.0.1:${String(port)}\r\nOrigin: ${origin}\r\n`
    const slow = await openRaw(port)
    slow.write(`${head}Content-Length: 1000000\r\n\r\n${GZIP_HEAD}`)
    await expect.poll(async () => (await jobs(screen)).map(({ state }) => state)).toEqual(['running'])
    const second = await sendRaw(port, `${head}Content-Length: 1\r\nConnection: close\r\n\r\nx`)
    expect(second.status).toBe(409)
    slow.reset()
    await expect.poll(async () => (await jobs(screen)).map(({ state }) => state)).toEqual(['failed'])
    const third = await sendRaw(port, `${head}Content-Length: 1\r\nConnection: close\r\n\r\nx`)
    expect([third.status, third.body]).toEqual([200, expect.stringContaining('"state":"failed"')])
    expect(await alive(screen)).toBe(true)
  })

  it('hands a download out once, to a GET with the key, and under a name of its own', async () => {
    const screen = await aScreen()
    const { port, token, get, origin } = screen
    const { download } = await start(screen)
    expect((await sendRaw(port, get(`/${download}`, 'Connection: close'))).status).toBe(401)
    expect((await sendRaw(port, get(`/${token}/${download}/..`, 'Connection: close'))).status).toBe(404)
    const head = await openRaw(port)
    head.write(get(`/${token}/${download}`, 'Connection: close').replace('GET', 'HEAD'))
    expect((await head.response({ head: true })).status).toBe(404)
    const foreign = await sendRaw(port, get(`/${token}/${download}`, 'Origin: https://evil.test', 'Connection: close'))
    expect(foreign.status).toBe(403)
    const reply = await fetch(`${origin}/${token}/${download}`)
    expect(reply.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"$/)
    expect(reply.headers.get('content-security-policy')).toContain('sandbox')
    await reply.text()
    expect((await fetch(`${origin}/${token}/${download}`)).status).toBe(404)
  })
})
