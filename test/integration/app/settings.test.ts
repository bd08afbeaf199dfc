import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { InspectorConfig } from '../../../src/app/config.ts'
import { createInspector, type Inspector } from '../../../src/app/inspector.ts'
import type { Overview } from '../../../src/contract/procedures.ts'
import type { Settings } from '../../../src/core/settings.ts'
import { createLocaltunnelServer } from '../../support/localtunnel-server/server.ts'
import { tempFolder } from '../../support/temp-folder.ts'

async function anInspector(overrides: InspectorConfig['overrides']): Promise<Inspector> {
  const inspector = await createInspector({
    dataFolder: await tempFolder(),
    version: '0.0.0',
    face: 'browser',
    overrides: { ...overrides, tunnel: { provider: 'none', ...overrides?.tunnel } },
    receiverRequired: false,
    onBug(error) {
      throw error
    },
  })
  onTestFinished(() => inspector.close())
  return inspector
}

async function takenPort(): Promise<{ port: number; blocker: Server }> {
  const blocker = createServer().listen(0, '127.0.0.1')
  await once(blocker, 'listening')
  onTestFinished(() => void blocker.close())
  return { port: (blocker.address() as AddressInfo).port, blocker }
}

async function change(inspector: Inspector, part: (settings: Settings) => Partial<Settings>): Promise<void> {
  const { settings } = (await inspector.router.call('app.overview', {})) as Overview
  await inspector.router.call('settings.save', { settings: { ...settings, ...part(settings) } })
}

describe('the receiver’s port', () => {
  it('may be set to the one that the receiver moved to', async () => {
    const { port } = await takenPort()
    const inspector = await anInspector({ receiver: { port, portTaken: 'next-free' } })
    const moved = inspector.receiver.port ?? 0
    expect(moved).not.toBe(port)
    await change(inspector, ({ receiver }) => ({ receiver: { ...receiver, port: moved, portTaken: 'fail' } }))
    expect(inspector.receiver).toMatchObject({ state: 'listening', port: moved, wantedPort: moved })
    expect(inspector.receiver.why).not.toContain('taken')
  })

  it('is tried again by saving the settings once it is free', async () => {
    const { port, blocker } = await takenPort()
    const inspector = await anInspector({ receiver: { port, portTaken: 'fail' } })
    expect(inspector.receiver.state).toBe('failed')
    const closed = once(blocker, 'close')
    blocker.close()
    await closed
    await change(inspector, ({ receiver }) => ({ receiver: { ...receiver, port, portTaken: 'fail' } }))
    expect(inspector.receiver).toMatchObject({ state: 'listening', port })
  })
})

describe('a tunnel that the user has shut', () => {
  it('stays shut when the port changes, and opens when it is asked to', async () => {
    const server = await createLocaltunnelServer()
    onTestFinished(() => server.close())
    const inspector = await anInspector({
      receiver: { port: 0 },
      tunnel: { provider: 'localtunnel', host: server.url },
    })
    await expect.poll(() => inspector.tunnel.state).toBe('open')
    await inspector.router.call('tunnel.close', {})
    await expect.poll(() => inspector.tunnel.state).toBe('off')
    const { port, blocker } = await takenPort()
    const closed = once(blocker, 'close')
    blocker.close()
    await closed
    await change(inspector, ({ receiver }) => ({ receiver: { ...receiver, port, portTaken: 'fail' } }))
    expect(inspector.tunnel.state).toBe('off')
    await inspector.router.call('tunnel.open', {})
    await expect.poll(() => inspector.tunnel.state).toBe('open')
  })
})
