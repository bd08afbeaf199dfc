import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import type { SettingsOverrides } from '../../../src/app/config.ts'
import { createInspector } from '../../../src/app/inspector.ts'
import { type HttpBounds, startUiServer } from '../../../src/cli/ui-server.ts'

export type Screen = Awaited<ReturnType<typeof openScreen>>

/** An inspector with its screen's server, both on free ports, for one test. */
export async function aScreen(overrides: SettingsOverrides = {}, http: Partial<HttpBounds> = {}): Promise<Screen> {
  const screen = await openScreen(overrides, http)
  onTestFinished(() => screen.close())
  return screen
}

/** One for all tests of a file or group that leave it as they found it: starting one is most of such a test's time. */
export function sharedScreen(): () => Screen {
  let screen: Screen | null = null
  beforeAll(async () => {
    screen = await openScreen()
  })
  afterAll(() => screen?.close())
  return () => {
    if (screen === null) throw new Error('The screen is not open yet.')
    return screen
  }
}

async function openScreen(overrides: SettingsOverrides = {}, http: Partial<HttpBounds> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'inspector-screen-'))
  const inspector = await createInspector({
    dataFolder: folder,
    version: '0.0.0',
    face: 'browser',
    overrides: { receiver: { port: 0 }, tunnel: { provider: 'none' }, ...overrides },
    receiverRequired: true,
    onBug(error) {
      throw error
    },
  })
  const ui = await startUiServer(inspector, { port: 0, portTaken: 'fail', http })
  const { port, origin, searchParams } = new URL(ui.url)
  const call = inspector.router.call.bind(inspector.router)
  /** Writes one request as it is, with the server's own Host. */
  const get = (target: string, ...headers: readonly string[]): string =>
    [`GET ${target} HTTP/1.1`, `Host: 127.0.0.1:${port}`, ...headers, '', ''].join('\r\n')
  const receiver = inspector.receiver.url ?? ''
  return {
    call,
    get,
    receiver,
    inspector,
    folder,
    url: ui.url,
    origin,
    port: Number(port),
    token: searchParams.get('token') ?? '',
    async close() {
      await ui.close()
      await inspector.close()
      await rm(folder, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}
