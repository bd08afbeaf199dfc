import { Download } from 'lucide-react'
import type { ExportFormat } from '../../../contract/transfer-procedures.ts'
import type { PostbackFilter } from '../../../core/filter.ts'
import { words } from '../../../words/words.ts'
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

/** What is shown, or everything, into a file. */
export function ExportMenu({ filter }: { filter: PostbackFilter }) {
  const w = words().transfers.exportMenu
  const all: Choice = { format: 'archive', label: w.archive }
  const client = useClient()
  const run = (format: ExportFormat): void => void startExport(client, { format, filter })
  const item = ({ format, label }: Choice): MenuItem => ({ label, action: `export.${format}`, run: () => run(format) })
  return (
    <>
      {[...REQUESTS, ...EVIDENCE, all].map((choice) => (
        <ExportAction key={choice.format} choice={choice} onRun={() => run(choice.format)} />
      ))}
      <Menu
        label={w.label}
        trigger={<IconButton label={w.label} icon={<Download aria-hidden="true" size={15} />} />}
        items={[
          { type: 'heading', label: w.shown },
          ...REQUESTS.map(item),
          { type: 'separator' },
          { type: 'heading', label: w.evidence },
          ...EVIDENCE.map(item),
          { type: 'separator' },
          { type: 'heading', label: w.all },
          item(all),
        ]}
      />
    </>
  )
}

function ExportAction({ choice, onRun }: { choice: Choice; onRun: () => void }) {
  useAction({ id: `export.${choice.format}`, run: onRun })
  return null
}
