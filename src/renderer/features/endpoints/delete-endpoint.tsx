import type { Endpoint } from '../../../core/endpoint.ts'
import { effectivePath } from '../../../core/secret-path.ts'
import { configOf, useSaveEndpoint } from '../../lib/endpoints.ts'
import { useClient } from '../../lib/inspector.tsx'
import { say, sentenceOf } from '../../lib/messages.ts'
import { navigate } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

/** Asks, deletes, and offers to bring the endpoint back as a new one with the same settings. */
export function DeleteEndpoint({
  endpoint,
  open,
  onClose,
}: {
  endpoint: Endpoint
  open: boolean
  onClose: () => void
}) {
  const client = useClient()
  const saveEndpoint = useSaveEndpoint()

  const bringBack = async (): Promise<void> => {
    const result = await saveEndpoint(null, configOf(endpoint))
    if (result.ok) navigate('endpoints', result.endpoint.id)
    else say(`Not brought back: ${result.error.message}`, { severity: 'error' })
  }
  const remove = async (): Promise<void> => {
    onClose()
    try {
      await client.call('endpoint.delete', { id: endpoint.id })
      navigate('endpoints')
      say(`“${endpoint.name}” is deleted.`, { action: { label: 'Undo', run: () => void bringBack() } })
    } catch (error) {
      say(`Not deleted: ${sentenceOf(error)}`, { severity: 'error' })
    }
  }

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={`Delete “${endpoint.name}”?`}
      width="s"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="danger" onClick={() => void remove()}>
            Delete endpoint
          </Button>
        </>
      }
    >
      <p>
        Requests to <code className="font-mono break-all">{effectivePath(endpoint)}</code> are then an unknown path.
        What was stored stays, and is read again without this endpoint.
      </p>
    </Dialog>
  )
}
