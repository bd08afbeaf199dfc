import type { Endpoint, EndpointConfig } from '../core/endpoint.ts'
import { type PostbackStore, StoreError } from '../core/ports.ts'
import { errorsWords } from '../words/of/errors.ts'

/** The endpoints as they are stored, at hand without asking the store. */
export interface EndpointDirectory {
  readonly all: readonly Endpoint[]
  byId(id: string | null): Endpoint | null
  /**
   * An endpoint that is already there keeps its secret path segment, whatever `config` says: a form that was opened
   * before a rotation, or an undo, must not bring an old one back. `change` alone changes it.
   */
  save(id: string | null, config: EndpointConfig): Promise<Endpoint>
  /** Saves what `change` makes of an endpoint. Rejects with a `StoreError` where it is no longer there. */
  change(id: string, change: (endpoint: Endpoint) => EndpointConfig): Promise<Endpoint>
  delete(id: string): Promise<void>
  /** Brings a deleted one back as it was. */
  restore(id: string): Promise<Endpoint>
  /** Reads them anew where something else has changed them: an import. */
  reload(): Promise<void>
}

/**
 * `onChange` is called at once with what is stored, then after every change; `onSaved` after an endpoint that was
 * already there was saved.
 */
export async function openEndpointDirectory(
  store: PostbackStore,
  onChange: (endpoints: readonly Endpoint[]) => void,
  onSaved: (before: Endpoint, after: Endpoint) => void = () => {},
): Promise<EndpointDirectory> {
  let all: readonly Endpoint[] = []
  // One after the other: each goes on top of what the one before has stored.
  let queue: Promise<unknown> = Promise.resolve()

  async function reload(): Promise<void> {
    all = await store.endpoints()
    onChange(all)
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = queue.then(work)
    queue = done.catch(() => {})
    return done
  }

  const byId = (id: string | null): Endpoint | null => all.find((endpoint) => endpoint.id === id) ?? null

  async function put(id: string | null, config: EndpointConfig): Promise<Endpoint> {
    const before = byId(id)
    const saved = await store.saveEndpoint(id, config)
    await reload()
    if (before !== null) onSaved(before, saved)
    return saved
  }

  await reload()
  return {
    get all() {
      return all
    },
    byId,
    save: (id, config) =>
      inTurn(() => {
        const { pathToken, formerPathTokens } = byId(id) ?? config
        return put(id, { ...config, pathToken, formerPathTokens })
      }),
    change: (id, change) =>
      inTurn(() => {
        const endpoint = byId(id)
        if (endpoint === null) throw new StoreError('not-found', errorsWords().endpoint.doesNotExist)
        return put(id, change(endpoint))
      }),
    reload: () => inTurn(reload),
    delete: (id) =>
      inTurn(async () => {
        await store.deleteEndpoint(id)
        await reload()
      }),
    restore: (id) =>
      inTurn(async () => {
        const restored = await store.restoreEndpoint(id)
        await reload()
        return restored
      }),
  }
}
