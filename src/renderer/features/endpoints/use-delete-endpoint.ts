import type { Endpoint } from '../../../core/endpoint.ts'
import { effectivePath } from '../../../core/secret-path.ts'
import { words } from '../../../words/words.ts'
import { endpointSubject } from '../../lib/endpoints.ts'
import { useClient } from '../../lib/inspector.tsx'
import { say, sentenceOf } from '../../lib/messages.ts'
import { navigate } from '../../lib/navigation.ts'

/** Deletes an endpoint at once, and offers to bring it back as it was. What was stored by it stays, and is read again. */
export function useDeleteEndpoint(): (endpoint: Endpoint) => Promise<void> {
  const client = useClient()
  const w = words().endpoints

  const bringBack = async ({ id, name }: Endpoint): Promise<void> => {
    const subject = endpointSubject(id)
    try {
      await client.call('endpoint.restore', { id })
      navigate('endpoints', id)
      say(w.restored(name), { subject })
    } catch (error) {
      say(w.notRestored(name, sentenceOf(error)), { severity: 'error', subject })
    }
  }

  return async (endpoint) => {
    const subject = endpointSubject(endpoint.id)
    try {
      await client.call('endpoint.delete', { id: endpoint.id })
      navigate('endpoints')
      say(w.removed(endpoint.name, effectivePath(endpoint)), {
        subject,
        action: { label: words().ui.undo, run: () => void bringBack(endpoint) },
      })
    } catch (error) {
      say(w.notRemoved(sentenceOf(error)), { severity: 'error', subject })
    }
  }
}
