import type { Endpoint } from '../../../core/endpoint.ts'
import { effectivePath } from '../../../core/secret-path.ts'
import { endpointSubject } from '../../lib/endpoints.ts'
import { useClient } from '../../lib/inspector.tsx'
import { say, sentenceOf } from '../../lib/messages.ts'
import { navigate } from '../../lib/navigation.ts'

/** Deletes an endpoint at once, and offers to bring it back as it was. What was stored by it stays, and is read again. */
export function useDeleteEndpoint(): (endpoint: Endpoint) => Promise<void> {
  const client = useClient()

  const bringBack = async ({ id, name }: Endpoint): Promise<void> => {
    const subject = endpointSubject(id)
    try {
      await client.call('endpoint.restore', { id })
      navigate('endpoints', id)
      say(`“${name}” is back as it was.`, { subject })
    } catch (error) {
      say(`“${name}” was not brought back: ${sentenceOf(error)}`, { severity: 'error', subject })
    }
  }

  return async (endpoint) => {
    const subject = endpointSubject(endpoint.id)
    try {
      await client.call('endpoint.delete', { id: endpoint.id })
      navigate('endpoints')
      say(`“${endpoint.name}” is deleted: ${effectivePath(endpoint)} is an unknown path now. What was stored stays.`, {
        subject,
        action: { label: 'Undo', run: () => void bringBack(endpoint) },
      })
    } catch (error) {
      say(`Not deleted: ${sentenceOf(error)}`, { severity: 'error', subject })
    }
  }
}
