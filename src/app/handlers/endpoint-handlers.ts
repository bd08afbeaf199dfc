import { CallError } from '../../contract/errors.ts'
import type { Handlers } from '../../contract/router.ts'
import { type EndpointConfig, MOST_ENDPOINTS } from '../../core/endpoint.ts'
import { errorsWords } from '../../words/of/errors.ts'
import { sameData } from '../effective-settings.ts'
import type { EndpointDirectory } from '../endpoint-directory.ts'

/**
 * Editing endpoints. The history is re-read by the store where the mapping has changed. `refuseLoop` rejects a
 * forward that leads back to us.
 */
export function endpointHandlers(endpoints: EndpointDirectory, refuseLoop: (config: EndpointConfig) => Promise<void>) {
  const refuseTooMany = (): void => {
    if (endpoints.all.length < MOST_ENDPOINTS) return
    throw new CallError('conflict', errorsWords().endpoint.most(MOST_ENDPOINTS))
  }
  return {
    'endpoint.save': async ({ id, config }) => {
      if (id === null) refuseTooMany()
      // One that has become ours since, by another port, holds up no other change: each attempt is refused anyway.
      if (!sameData(endpoints.byId(id)?.forward, config.forward)) await refuseLoop(config)
      return endpoints.save(id, config)
    },
    'endpoint.delete': async ({ id }) => {
      await endpoints.delete(id)
      return {}
    },
    'endpoint.restore': ({ id }) => {
      refuseTooMany()
      return endpoints.restore(id)
    },
  } satisfies Partial<Handlers>
}
