import { ChevronDown, FileCheck } from 'lucide-react'
import { words } from '../../../words/words.ts'
import { useClient } from '../../lib/inspector.tsx'
import { useAction } from '../../lib/keys.ts'
import { Button } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { startExport } from './start-export.ts'

/** One evidence report of several expectations, as HTML or JSON. */
export function ReportMenu({ expectationIds }: { expectationIds: readonly string[] }) {
  const w = words().transfers
  const client = useClient()
  const write = (format: 'evidence-html' | 'evidence-json'): void =>
    void startExport(client, { format, expectationIds })
  const possible = expectationIds.length > 0
  useAction(possible ? { id: 'expectation.report.evidence-html', run: () => write('evidence-html') } : null)
  useAction(possible ? { id: 'expectation.report.evidence-json', run: () => write('evidence-json') } : null)
  return (
    <Menu
      label={w.report}
      trigger={
        <Button size="s" disabled={!possible} icon={<FileCheck aria-hidden="true" size={13} />}>
          {w.report}
          <ChevronDown aria-hidden="true" size={13} />
        </Button>
      }
      items={[
        { label: 'HTML', action: 'expectation.report.evidence-html', run: () => write('evidence-html') },
        { label: 'JSON', action: 'expectation.report.evidence-json', run: () => write('evidence-json') },
      ]}
    />
  )
}
