import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TunnelProvider } from '../../src/core/ports.ts'
import { type EchoServer, startEchoServer } from '../support/localtunnel-server/echo-server.ts'
import { rememberOpenThings } from '../support/localtunnel-server/open-things.ts'

/** What the suite needs to try one kind of provider. */
export interface TunnelProviderHarness {
  /** A provider whose tunnels lead to `localPort`. */
  provider(localPort: number): TunnelProvider
  /** A provider whose `open` must fail, and words that its sentence must hold. */
  failing: { readonly provider: TunnelProvider; readonly says: RegExp }
  close(): Promise<void>
}

/** What every tunnel provider must do, whatever its technology. */
export function tunnelProviderSuite(name: string, setUp: () => Promise<TunnelProviderHarness>): void {
  describe(`the tunnel provider ${name}`, () => {
    let harness: TunnelProviderHarness
    let local: EchoServer
    const signal = (): AbortSignal => new AbortController().signal

    beforeEach(async () => {
      harness = await setUp()
      local = await startEchoServer()
    })
    afterEach(async () => {
      await local.close()
      await harness.close()
    })

    it('opens a public URL that leads to the local port', async () => {
      const session = await harness.provider(local.port).open({ localPort: local.port, signal: signal() })
      expect(session.publicUrl).toMatch(/^https?:\/\/[^/]+[^/]$/)
      // The first connections may still be on their way to the server.
      await expect.poll(() => statusOf(`${session.publicUrl}/hitpoint?user_id=a`)).toBe(200)
      expect(local.targets).toEqual(['/hitpoint?user_id=a'])
      await session.close()
    })

    it('says nothing about an end that was asked for, and may be closed twice', async () => {
      const session = await harness.provider(local.port).open({ localPort: local.port, signal: signal() })
      const ends: string[] = []
      session.onEnd((why) => ends.push(why))
      await session.close()
      await session.close()
      await new Promise((resolve) => setImmediate(resolve))
      expect(ends).toEqual([])
    })

    it('can be opened again after it was closed', async () => {
      const provider = harness.provider(local.port)
      const first = await provider.open({ localPort: local.port, signal: signal() })
      await first.close()
      const second = await provider.open({ localPort: local.port, signal: signal() })
      await expect.poll(() => statusOf(`${second.publicUrl}/again`)).toBe(200)
      await second.close()
    })

    it('leaves nothing open', async () => {
      const nothingLeft = await rememberOpenThings()
      const session = await harness.provider(local.port).open({ localPort: local.port, signal: signal() })
      await session.close()
      await nothingLeft()
    })

    it('refuses to open for a signal that is already aborted, and leaves nothing open', async () => {
      const nothingLeft = await rememberOpenThings()
      const opening = harness.provider(local.port).open({ localPort: local.port, signal: AbortSignal.abort() })
      await expect(opening).rejects.toThrow(Error)
      await nothingLeft()
    })

    it('fails with a sentence for a person', async () => {
      const opening = harness.failing.provider.open({ localPort: local.port, signal: signal() })
      await expect(opening).rejects.toThrow(harness.failing.says)
      await expect(opening).rejects.toThrow(/^[A-Z“].*[.!?]$/)
    })
  })
}

async function statusOf(url: string): Promise<number> {
  const parsed = new URL(url)
  return new Promise((resolve, reject) => {
    request({
      host: '127.0.0.1',
      port: parsed.port,
      path: `${parsed.pathname}${parsed.search}`,
      headers: { host: parsed.host },
      agent: false,
    })
      .on('response', (response) => {
        response.resume().on('end', () => {
          resolve(response.statusCode ?? 0)
        })
      })
      .on('error', reject)
      .end()
  })
}
