import type { Endpoint, EndpointConfig } from '../core/endpoint.ts'
import type { PostbackStore } from '../core/ports.ts'

/** The endpoints as they are stored, at hand without asking the store. */
export interface EndpointDirectory {
  readonly all: readonly Endpoint[]
  byId(id: string | null): Endpoint | null
  save(id: string | null, config: EndpointConfig): Promise<Endpoint>
  delete(id: string): Promise<void>
}

/** `onChange` is called at once with what is stored, then after every change. */
export async function openEndpointDirectory(
  store: PostbackStore,
  onChange: (endpoints: readonly Endpoint[]) => void,
): Promise<EndpointDirectory> {
  let all: readonly Endpoint[] = []

  async function reload(): Promise<void> {
    all = await store.endpoints()
    onChange(all)
  }

  await reload()
  return {
    get all() {
      return all
    },
    byId: (id) => all.find((endpoint) => endpoint.id === id) ?? null,
    async save(id, config) {
      const saved = await store.saveEndpoint(id, config)
      await reload()
      return saved
    },
    async delete(id) {
      await store.deleteEndpoint(id)
      await reload()
    },
  }
}
