import { describe, expect, it } from 'vitest'
import { whyOwnTarget } from '../../../src/app/own-target.ts'
import { readTargetUrl } from '../../../src/core/target-url.ts'
import { sendRaw } from '../../support/raw-socket.ts'
import { rawServer, reply } from '../forwarder/raw-server.ts'
import { forwardingInspector } from './forwarding-inspector.ts'

const GET = 'GET /hitpoint?user_id=a HTTP/1.1\r\nHost: a\r\n\r\n'

async function why(url: string, publicUrl: string | null = null): Promise<string | null> {
  const read = readTargetUrl(url)
  if (!read.ok) throw new Error(read.sentence)
  return whyOwnTarget(read.url, { port: 4070, publicUrl })
}

describe('a backend that is this inspector', () => {
  it.each([
    'http://127.0.0.1:4070',
    'http://localhost:4070/hitpoint',
    'http://LOCALHOST.:4070',
    'http://127.1:4070',
    'http://0x7f000001:4070',
    'http://[::1]:4070',
    'http://[0:0:0:0:0:0:0:1]:4070',
    'http://[::ffff:127.0.0.1]:4070',
    'http://0.0.0.0:4070',
    'https://127.0.0.1:4070',
  ])('is known in every spelling: %s', async (url) => {
    expect(await why(url)).toContain('own receiver')
  })

  it('is known by the tunnel’s name, on either scheme', async () => {
    const tunnel = 'https://abc.tunnel.test'
    for (const url of ['https://ABC.tunnel.test/hitpoint', 'http://abc.tunnel.test', 'https://abc.tunnel.test:443/x']) {
      expect(await why(url, tunnel)).toContain('tunnel')
    }
  })

  it('is not another port, another name, or another path where only a path leads here', async () => {
    expect(await why('http://127.0.0.1:4071')).toBeNull()
    expect(await why('http://no-such-host.invalid:4070')).toBeNull()
    expect(await why('https://other.tunnel.test', 'https://abc.tunnel.test')).toBeNull()
    expect(await why('https://me.test/credit', 'https://me.test/inspector')).toBeNull()
  })

  it('is refused beside its field, and the endpoint stays as it was', async () => {
    const backend = await rawServer(reply('OK'))
    const it = await forwardingInspector({ mode: 'relay', url: backend.origin })
    await expect(it.save({ url: it.url })).rejects.toMatchObject({
      code: 'refused',
      issues: [{ path: ['config', 'forward', 'url'], message: expect.stringContaining('own receiver') }],
    })
    expect((await sendRaw(it.port, GET)).body).toBe('OK')
    expect(backend.opened()).toBe(1)
  })

  it('is refused at each attempt where it became one only later', async () => {
    const it = await forwardingInspector({ mode: 'off', url: 'http://me.test' }, { tunnel: 'http://me.test' })
    await sendRaw(it.port, GET)
    expect(await it.again(1)).toMatchObject({ reply: null, failure: { code: 'loop' } })
  })

  it('is found out by its mark where it comes back through something else', async () => {
    // A proxy on another port that leads back to the receiver.
    let back = 0
    const proxy = await rawServer((socket) => {
      const request = proxy.received.at(-1) ?? ''
      void sendRaw(back, request).then(({ status }) => socket.end(reply('', `HTTP/1.1 ${String(status)} Back`)))
    })
    const it = await forwardingInspector({ mode: 'relay', url: proxy.origin })
    back = it.port
    expect((await sendRaw(it.port, GET)).status).toBe(508)
    expect(proxy.opened()).toBe(1)
    await expect.poll(() => it.attempts(2)).toMatchObject([{ failure: { code: 'loop' } }])
  })

  it('is no backend that another inspector forwards to', async () => {
    const backend = await rawServer(reply('OK'))
    const second = await forwardingInspector({ mode: 'relay', url: backend.origin })
    const first = await forwardingInspector({ mode: 'relay', url: second.url })
    expect((await sendRaw(first.port, GET)).body).toBe('OK')
    expect(backend.received[0]?.match(/X-Adjump-Inspector-Forwarded/g)).toHaveLength(2)
  })
})
