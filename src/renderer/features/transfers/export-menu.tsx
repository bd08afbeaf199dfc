import { Download } from 'lucide-react'
import type { ExportFormat } from '../../../contract/transfer-procedures.ts'
import type { PostbackFilter } from '../../../core/filter.ts'
import { useClient } from '../../lib/inspector.tsx'
import { useAction } from '../../lib/keys.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, type MenuItem } from '../../ui/menu.tsx'
import { startExport } from './start-export.ts'

interface Choice {
  readonly format: ExportFormat
  readonly label: string
}

const REQUESTS: readonly Choice[] = [
  { format: 'csv', label: 'CSV' },
  { format: 'ndjson', label: 'NDJSON' },
  { format: 'json', label: 'JSON' },
  { format: 'har', label: 'HAR' },
]
const EVIDENCE: readonly Choice[] = [
  { format: 'evidence-html', label: 'HTML' },
  { format: 'evidence-json', label: 'JSON' },
]
const ALL: Choice = { format: 'archive', label: 'Archive' }

/** What is shown, or everything, into a file. */
export function ExportMenu({ filter }: { filter: PostbackFilter }) {
  const client = useClient()
  const run = (format: ExportFormat): void => void startExport(client, { format, filter })
  const item = ({ format, label }: Choice): MenuItem => ({ label, action: `export.${format}`, run: () => run(format) })
  return (
    <>
      {[...REQUESTS, ...EVIDENCE, ALL].map((choice) => (
        <ExportAction key={choice.format} choice={choice} onRun={() => run(choice.format)} />
      ))}
      <Menu
        label="Export"
        trigger={<IconButton label="Export" icon={<Download aria-hidden="true" size={15} />} />}
        items={[
          { type: 'heading', label: 'What is shown' },
          ...REQUESTS.map(item),
          { type: 'separator' },
          { type: 'heading', label: 'Evidence report of what is shown' },
          ...EVIDENCE.map(item),
          { type: 'separator' },
          { type: 'heading', label: 'The whole history' },
          item(ALL),
        ]}
      />
    </>
  )
}

function ExportAction({ choice, onRun }: { choice: Choice; onRun: () => void }) {
  useAction({ id: `export.${choice.format}`, run: onRun })
  return null
}
