import { Archive, FileInput } from 'lucide-react'
import { words } from '../../../words/words.ts'
import { useExternalStore } from '../../lib/external-store.ts'
import { useClient, useOverview } from '../../lib/inspector.tsx'
import { useAction } from '../../lib/keys.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { chooseImport } from './choose-import.ts'
import { startExport } from './start-export.ts'
import { runningJobs } from './transfer-jobs.ts'

/** The whole history as one file, and back. */
export function HistorySection() {
  const w = words().transfers.history
  const client = useClient()
  const { info } = useOverview()
  const importing = useExternalStore(runningJobs).some(({ direction }) => direction === 'import')
  const archive = (): void => void startExport(client, { format: 'archive' })
  useAction({ id: 'export.archive', run: archive })
  return (
    <Section title={w.title} description={w.description}>
      <div className="flex flex-wrap items-center gap-2">
        <Button action="export.archive" icon={<Archive aria-hidden="true" size={14} />} onClick={archive}>
          {w.archive}
        </Button>
        <Button
          action="import.choose"
          disabled={importing}
          icon={<FileInput aria-hidden="true" size={14} />}
          onClick={() => void chooseImport(client, info.face)}
        >
          {w.import}
        </Button>
      </div>
    </Section>
  )
}
