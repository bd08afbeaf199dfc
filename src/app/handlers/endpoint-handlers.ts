import type { Handlers } from '../../contract/router.ts'
import type { EndpointDirectory } from '../endpoint-directory.ts'

/** Editing endpoints. The history is re-read by the store where the mapping has changed. */
export function endpointHandlers(endpoints: EndpointDirectory) {
  return {
    'endpoint.save': ({ id, config }) => endpoints.save(id, config),
    'endpoint.delete': async ({ id }) => {
      await endpoints.delete(id)
      return {}
    },
  } satisfies Partial<Handlers>
}
