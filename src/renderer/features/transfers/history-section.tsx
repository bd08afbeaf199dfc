import { Archive, FileInput } from 'lucide-react'
import { useRef } from 'react'
import { useExternalStore } from '../../lib/external-store.ts'
import { useClient, useOverview } from '../../lib/inspector.tsx'
import { useAction } from '../../lib/keys.ts'
import { say, sentenceOf } from '../../lib/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { startExport } from './start-export.ts'
import { runningJobs } from './transfer-jobs.ts'
import { uploadArchive } from './upload-archive.ts'

/** The whole history as one file, and back. */
export function HistorySection() {
  const client = useClient()
  const { info } = useOverview()
  const chooser = useRef<HTMLInputElement>(null)
  const importing = useExternalStore(runningJobs).some(({ direction }) => direction === 'import')
  const archive = (): void => void startExport(client, { format: 'archive' })
  const choose = async (): Promise<void> => {
    if (info.face === 'browser') {
      chooser.current?.click()
      return
    }
    try {
      await client.call('import.choose', {})
    } catch (error) {
      say(sentenceOf(error), { severity: 'error', subject: 'import' })
    }
  }
  useAction({ id: 'export.archive', title: 'Archive the whole history', key: 'e a', group: 'Exports', run: archive })
  useAction(
    importing
      ? null
      : { id: 'import.choose', title: 'Import an archive', key: 'e i', group: 'Exports', run: () => void choose() },
  )
  return (
    <Section
      title="History"
      description="An archive holds every request byte for byte, with replies, marks, endpoints and outages. Another installation imports it whole; nothing comes twice."
    >
      <div className="flex flex-wrap items-center gap-2">
        <Button shortcut="e a" icon={<Archive aria-hidden="true" size={14} />} onClick={archive}>
          Archive the history
        </Button>
        <Button
          shortcut="e i"
          disabled={importing}
          icon={<FileInput aria-hidden="true" size={14} />}
          onClick={() => void choose()}
        >
          Import an archive
        </Button>
        {info.face === 'browser' && (
          <input
            ref={chooser}
            type="file"
            accept=".adjump-archive"
            aria-label="Archive to import"
            className="hidden"
            onChange={(event) => {
              const file = event.target.files?.[0]
              // The same file can be chosen again.
              event.target.value = ''
              if (file) void uploadArchive(file)
            }}
          />
        )}
      </div>
    </Section>
  )
}
