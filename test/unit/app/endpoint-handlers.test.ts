import { expect, test } from 'vitest'
import { endpointHandlers } from '../../../src/app/handlers/endpoint-handlers.ts'
import {
  DEFAULT_ENDPOINT_CONFIG,
  type Endpoint,
  type EndpointConfig,
  MOST_ENDPOINTS,
} from '../../../src/core/endpoint.ts'

const endpoint = (id: string): Endpoint => ({ ...DEFAULT_ENDPOINT_CONFIG, id })

function handlers(count: number) {
  const all = Array.from({ length: count }, (_, nth) => endpoint(`e${String(nth)}`))
  return endpointHandlers(
    {
      all,
      byId: (id) => all.find((one) => one.id === id) ?? null,
      save: (id, config: EndpointConfig) => Promise.resolve({ ...config, id: id ?? 'new' }),
      change: () => Promise.reject(new Error('not asked for')),
      delete: () => Promise.resolve(),
      restore: () => Promise.reject(new Error('not asked for')),
      reload: () => Promise.resolve(),
    },
    () => Promise.resolve(),
  )
}

test('no more endpoints are made than an archive may bring back', async () => {
  const config = DEFAULT_ENDPOINT_CONFIG
  await expect(handlers(MOST_ENDPOINTS)['endpoint.save']({ id: null, config })).rejects.toThrow(
    '1000 endpoints at most',
  )
  await expect(handlers(MOST_ENDPOINTS - 1)['endpoint.save']({ id: null, config })).resolves.toMatchObject({
    id: 'new',
  })
  await expect(handlers(MOST_ENDPOINTS)['endpoint.save']({ id: 'e1', config })).resolves.toMatchObject({ id: 'e1' })
})
