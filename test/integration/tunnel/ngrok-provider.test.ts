import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TunnelSession } from '../../../src/core/ports.ts'
import { createNgrokProvider } from '../../../src/services/tunnel/ngrok-provider.ts'
import { tunnelProviderSuite } from '../../suites/tunnel-provider.ts'
import { createFakeNgrok, type FakeNgrok } from '../../support/fake-ngrok.ts'
import { type EchoServer, startEchoServer } from '../../support/localtunnel-server/echo-server.ts'

const TOKEN = 'canary-token-4711'

const aProvider = (fake: FakeNgrok, domain: string | null = null) =>
  createNgrokProvider({
    token: () => Promise.resolve(TOKEN),
    domain,
    version: '1.2.3',
    load: () => Promise.resolve(fake.client),
    closeAgainMs: [20, 40],
  })

tunnelProviderSuite('ngrok', async () => {
  const fake = createFakeNgrok()
  const refusing = createFakeNgrok()
  refusing.connecting = { error: 'authentication failure: Your authtoken: TOKEN error_code: ERR_NGROK_107' }
  return {
    provider: () => aProvider(fake),
    failing: { provider: aProvider(refusing), says: /token is not accepted/ },
    async close() {
      if (fake.sessions + fake.listeners > 0) throw new Error('a session was left open')
      await fake.close()
    },
  }
})

describe('the tunnel provider ngrok', () => {
  let fake: FakeNgrok
  let local: EchoServer
  const open = (domain: string | null = null, signal = new AbortController().signal): Promise<TunnelSession> =>
    aProvider(fake, domain).open({ localPort: local.port, signal })
  /** Both the service’s and the client’s side of every session are gone, and stay so. */
  const allGone = async (): Promise<void> => {
    await expect.poll(() => [fake.sessions, fake.listeners]).toEqual([0, 0])
    await pause(80)
    expect([fake.sessions, fake.listeners]).toEqual([0, 0])
  }

  beforeEach(async () => {
    fake = createFakeNgrok()
    local = await startEchoServer()
  })
  afterEach(async () => {
    await fake.close()
    await local.close()
  })

  it('exposes the receiver’s port on loopback alone, with the token and the version', async () => {
    const session = await open()
    expect(fake.forwardedTo).toEqual([`http://127.0.0.1:${String(local.port)}`])
    expect(fake.asked).toEqual([{ token: TOKEN, clientInfo: 'adjump-inspector/1.2.3', domain: null }])
    await session.close()
    await allGone()
  })

  it('asks for the reserved domain, and says where another is given', async () => {
    const session = await open('shop.localhost')
    expect(session).toMatchObject({ otherNameGiven: false, publicUrl: expect.stringContaining('//shop.localhost:') })
    await session.close()
    expect(fake.asked[0]).toMatchObject({ domain: 'shop.localhost' })
  })

  it('asks for the token anew at each opening', async () => {
    const tokens = ['first', 'second']
    const provider = createNgrokProvider({
      token: async () => tokens.shift() ?? '',
      domain: null,
      version: '1',
      load: async () => fake.client,
    })
    for (const _ of [1, 2]) {
      const session = await provider.open({ localPort: local.port, signal: new AbortController().signal })
      await session.close()
    }
    expect(fake.asked.map(({ token }) => token)).toEqual(['first', 'second'])
  })

  it('says so where there is no token, and is not worth another try', async () => {
    const provider = createNgrokProvider({
      token: () => Promise.reject(new Error('There is no ngrok token.')),
      domain: null,
      version: '1',
      load: async () => fake.client,
    })
    const opening = provider.open({ localPort: local.port, signal: new AbortController().signal })
    await expect(opening).rejects.toMatchObject({ code: 'refused', message: 'There is no ngrok token.' })
    expect(fake.asked).toEqual([])
  })

  it('says so where the package has no part for this computer, and is not worth another try', async () => {
    const provider = createNgrokProvider({
      token: async () => TOKEN,
      domain: null,
      version: '1',
      load: () => Promise.reject(new Error('Cannot find native binding')),
    })
    const opening = provider.open({ localPort: local.port, signal: new AbortController().signal })
    await expect(opening).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringMatching(/@ngrok\/ngrok.*Choose another provider\.$/),
    })
  })

  it('ends for good when its session drops, though the client would connect anew', async () => {
    const session = await open()
    const ends: string[] = []
    session.onEnd((why) => ends.push(why))
    fake.drop('transport error for TOKEN: connection reset')
    expect(ends).toEqual([expect.stringMatching(/^The connection to ngrok is lost\..*connection reset.*\.$/)])
    expect(ends.join()).not.toContain(TOKEN)
    await session.close()
    await allGone()
    expect(ends).toHaveLength(1)
  })

  it.each([
    ['by itself', undefined, /^ngrok has ended the tunnel\.$/],
    ['with an error', 'error forwarding for TOKEN: broken pipe', /stopped passing requests on.*broken pipe/],
  ])('says when its listener ends %s', async (_, error, says) => {
    const session = await open()
    const ends: string[] = []
    session.onEnd((why) => ends.push(why))
    fake.end(error)
    await expect.poll(() => ends).toEqual([expect.stringMatching(says)])
    expect(ends.join()).not.toContain(TOKEN)
    await allGone()
  })

  it('tells of an end that came before anybody listened', async () => {
    const session = await open()
    fake.end()
    await allGone()
    const ends: string[] = []
    session.onEnd((why) => ends.push(why))
    expect(ends).toHaveLength(1)
  })

  it.each(['connecting', 'listening'] as const)('gives up at its deadline while %s, and says so', async (step) => {
    fake[step] = 'never'
    const opening = open(null, AbortSignal.timeout(50))
    await expect(opening).rejects.toThrow('did not answer in time')
  })

  it('closes a session whose tunnel is refused', async () => {
    fake.listening = { error: 'failed to start listener: domain error_code: ERR_NGROK_320' }
    await expect(open('shop.localhost')).rejects.toMatchObject({ code: 'refused' })
    await allGone()
  })
})
