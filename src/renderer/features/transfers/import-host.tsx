import { useExternalStore } from '../../lib/external-store.ts'
import { useClient, useOverview } from '../../lib/inspector.tsx'
import { useAction } from '../../lib/keys.ts'
import { chooseImport } from './choose-import.ts'
import { DropZone } from './drop-zone.tsx'
import { runningJobs } from './transfer-jobs.ts'

/** Stands in the shell: files can be imported from every view, by key, by the palette, and by dragging them here. */
export function ImportHost() {
  const client = useClient()
  const { face } = useOverview().info
  const isImporting = useExternalStore(runningJobs).some(({ direction }) => direction === 'import')
  useAction(
    isImporting
      ? null
      : {
          id: 'import.choose',
          run: () => void chooseImport(client, face),
        },
  )
  return <DropZone isImporting={isImporting} />
}
