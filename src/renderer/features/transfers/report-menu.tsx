import { ChevronDown, FileCheck } from 'lucide-react'
import { useClient } from '../../lib/inspector.tsx'
import { Button } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { startExport } from './start-export.ts'

/** One evidence report of several expectations, as HTML or JSON. */
export function ReportMenu({ expectationIds }: { expectationIds: readonly string[] }) {
  const client = useClient()
  return (
    <Menu
      label="Evidence report"
      trigger={
        <Button size="s" disabled={expectationIds.length === 0} icon={<FileCheck aria-hidden="true" size={13} />}>
          Evidence report
          <ChevronDown aria-hidden="true" size={13} />
        </Button>
      }
      items={[
        { label: 'HTML', run: () => void startExport(client, { format: 'evidence-html', expectationIds }) },
        { label: 'JSON', run: () => void startExport(client, { format: 'evidence-json', expectationIds }) },
      ]}
    />
  )
}
