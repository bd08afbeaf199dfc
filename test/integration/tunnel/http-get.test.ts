import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { get } from '../../../src/services/tunnel/http-get.ts'
import { rememberOpenThings } from '../../support/localtunnel-server/open-things.ts'

const options = { timeoutMs: 300, userAgent: 'adjump-inspector/test' }
let close: () => void = () => {}

/** A server that says these bytes to whoever connects, and keeps what it heard. */
async function says(bytes: string | null): Promise<{ url: string; heard: () => string }> {
  let heard = ''
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', (data) => {
      if (heard === '' && bytes !== null) socket.write(bytes)
      heard += data.toString('latin1')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  close = () => server.close()
  // A TCP server that listens has an address object.
  return { url: `http://any.localhost:${String((server.address() as AddressInfo).port)}`, heard: () => heard }
}

describe('one GET', () => {
  afterEach(() => {
    close()
  })

  it('finds names below localhost on this machine, with a user agent that is no browser’s', async () => {
    const server = await says('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi')
    expect(await get(`${server.url}/a`, options)).toMatchObject({ ok: true, status: 200, body: 'hi' })
    expect(server.heard()).toMatch(/^GET \/a HTTP\/1\.1\r\n/)
    expect(server.heard()).toMatch(/user-agent: adjump-inspector\/test\r\n/i)
    expect(server.heard()).toMatch(/connection: close\r\n/i)
  })

  it('reads no more of a body than 64 KiB', async () => {
    const { url } = await says(`HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n${'x'.repeat(200_000)}`)
    const answer = await get(url, options)
    expect(answer.ok && answer.body.length).toBe(65_536)
  })

  it.each([
    ['never answers', null],
    ['stops in its headers', 'HTTP/1.1 200 OK\r\nContent-'],
    ['stops in its body', 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhi'],
  ])('gives up on a server that %s, and leaves nothing open', async (_, bytes) => {
    const { url } = await says(bytes)
    const nothingLeft = await rememberOpenThings()
    const answer = await get(url, options)
    expect(answer).toMatchObject({ ok: false, kind: 'time-out', why: expect.stringContaining('0.3 s') })
    await nothingLeft()
  })

  it('says that what came is no HTTP', async () => {
    const { url } = await says('SSH-2.0-OpenSSH_9.6\r\n')
    expect(await get(url, options)).toMatchObject({ ok: false, kind: 'broken', why: expect.stringContaining('HPE_') })
  })

  it('says that a secure connection failed', async () => {
    const { url } = await says('HTTP/1.1 400 Bad Request\r\n\r\n')
    expect(await get(url.replace('http:', 'https:'), options)).toMatchObject({ ok: false, kind: 'tls' })
  })

  it('gives up when told to, also before it has begun', async () => {
    const { url } = await says(null)
    const controller = new AbortController()
    const pending = get(url, { ...options, signal: controller.signal })
    controller.abort()
    expect(await pending).toMatchObject({ ok: false, kind: 'aborted' })
    expect(await get(url, { ...options, signal: controller.signal })).toMatchObject({ ok: false, kind: 'aborted' })
  })

  it.each(['', 'nonsense', 'ftp://a.b/', 'file:///etc/passwd'])('refuses “%s”', async (url) => {
    expect(await get(url, options)).toMatchObject({ ok: false, kind: 'bad-url' })
  })
})
