import { onTestFinished } from 'vitest'
import type { SettingsOverrides } from '../../../src/app/config.ts'
import { createInspector } from '../../../src/app/inspector.ts'
import { startUiServer } from '../../../src/cli/ui-server.ts'
import { tempFolder } from '../../support/temp-folder.ts'

/** An inspector with its screen's server, both on free ports. */
export async function aScreen(overrides: SettingsOverrides = {}) {
  const folder = await tempFolder()
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
  const ui = await startUiServer(inspector, { port: 0, portTaken: 'fail' })
  onTestFinished(async () => {
    await ui.close()
    await inspector.close()
  })
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
  }
}
