import { onTestFinished } from 'vitest'
import { createInspector, type Inspector } from '../../../src/app/inspector.ts'
import type { JsonText } from '../../../src/contract/json-text.ts'
import type { Overview } from '../../../src/contract/procedures.ts'
import type { EndpointConfig } from '../../../src/core/endpoint.ts'
import { EVERYTHING, NEWEST_FIRST } from '../../../src/core/filter.ts'
import type { ForwardAttempt } from '../../../src/core/forward-records.ts'
import type { PostbackDetail, PostbackSummary } from '../../../src/core/postback.ts'
import { tempFolder } from '../../support/temp-folder.ts'

/** An inspector whose one endpoint forwards. */
export interface ForwardingInspector {
  readonly inspector: Inspector
  readonly port: number
  readonly url: string
  save(forward: Partial<EndpointConfig['forward']>): Promise<void>
  /** The stored requests, oldest first. */
  stored(): Promise<readonly PostbackSummary[]>
  detail(id: number): Promise<PostbackDetail>
  attempts(id: number): Promise<readonly ForwardAttempt[]>
  again(id: number): Promise<ForwardAttempt>
}

export async function forwardingInspector(
  forward: Partial<EndpointConfig['forward']>,
  options: { folder?: string; tunnel?: string } = {},
): Promise<ForwardingInspector> {
  const inspector = await createInspector({
    dataFolder: options.folder ?? (await tempFolder()),
    version: '0.0.0',
    face: 'browser',
    overrides: {
      receiver: { port: 0 },
      tunnel: options.tunnel === undefined ? { provider: 'none' } : { provider: 'own-url', ownUrl: options.tunnel },
    },
    receiverRequired: true,
    onBug(error) {
      throw error
    },
  })
  onTestFinished(() => inspector.close())
  const call = inspector.router.call.bind(inspector.router)
  const port = inspector.receiver.port ?? 0
  const made: ForwardingInspector = {
    inspector,
    port,
    url: `http://127.0.0.1:${String(port)}`,
    async save(change) {
      const { endpoints } = (await call('app.overview', {})) as Overview
      const [endpoint] = endpoints
      if (endpoint === undefined) throw new Error('There is no endpoint.')
      const { id, ...config } = endpoint
      await call('endpoint.save', { id, config: { ...config, forward: { ...config.forward, ...change } } })
    },
    async stored() {
      const request = { filter: EVERYTHING, sort: NEWEST_FIRST, cursor: null, newerThan: null, limit: 500 }
      const page = (await call('postback.page', request)) as JsonText
      const { items } = JSON.parse(page.text) as { items: readonly PostbackSummary[] }
      return items.toReversed()
    },
    detail: async (id) => (await call('postback.detail', { id })) as PostbackDetail,
    attempts: async (postbackId) => (await call('forward.attempts', { postbackId })) as readonly ForwardAttempt[],
    again: async (postbackId) => (await call('forward.again', { postbackId })) as ForwardAttempt,
  }
  await made.save(forward)
  return made
}
