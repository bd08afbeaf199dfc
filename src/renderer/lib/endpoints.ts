import { CallError } from '../../contract/errors.ts'
import type { Endpoint, EndpointConfig } from '../../core/endpoint.ts'
import { words } from '../../words/words.ts'
import { useInspector } from './inspector.tsx'
import { say } from './messages.ts'

export type SaveEndpointResult =
  | { readonly ok: true; readonly endpoint: Endpoint }
  | { readonly ok: false; readonly error: CallError }

export type SaveEndpoint = (
  id: string | null,
  config: EndpointConfig,
  /** True where something that was typed is not in `config`, because it is wrong. */
  partly?: boolean,
) => Promise<SaveEndpointResult>

/** What messages about an endpoint being saved are about. */
export const endpointSubject = (id: string): string => `endpoint ${id}`

/** The part of an endpoint that the user sets. */
export function configOf(endpoint: Endpoint): EndpointConfig {
  const { id: _id, ...config } = endpoint
  return config
}

/**
 * Saves an endpoint (a null id creates one) and offers the way back. Where it fails nothing was changed; the caller
 * shows `error.issues` beside their fields.
 */
export function useSaveEndpoint(): SaveEndpoint {
  const { client, store } = useInspector()

  const save = async (id: string | null, config: EndpointConfig): Promise<SaveEndpointResult> => {
    try {
      const endpoint = await client.call('endpoint.save', { id, config })
      store.patch((overview) => ({ ...overview, endpoints: withEndpoint(overview.endpoints, endpoint) }))
      return { ok: true, endpoint }
    } catch (error) {
      const failure = error instanceof CallError ? error : new CallError('internal', words().ui.saving.endpointNotSaved)
      return { ok: false, error: failure }
    }
  }

  return async (id, config, partly = false) => {
    const before = store.get().overview?.endpoints.find((endpoint) => endpoint.id === id)
    const result = await save(id, config)
    if (result.ok && before) {
      const subject = endpointSubject(before.id)
      const w = words().ui.saving
      const undo = async (): Promise<void> => {
        const undone = await save(before.id, configOf(before))
        if (undone.ok) say(w.endpointAsBefore(before.name), { subject })
        else say(w.notUndone(undone.error.message), { severity: 'error', subject })
      }
      const { name } = result.endpoint
      say(partly ? w.endpointPartly(name) : w.endpointInForce(name), {
        subject,
        action: { label: words().ui.undo, run: () => void undo() },
      })
    }
    return result
  }
}

function withEndpoint(endpoints: readonly Endpoint[], saved: Endpoint): readonly Endpoint[] {
  return endpoints.some((endpoint) => endpoint.id === saved.id)
    ? endpoints.map((endpoint) => (endpoint.id === saved.id ? saved : endpoint))
    : [...endpoints, saved]
}
