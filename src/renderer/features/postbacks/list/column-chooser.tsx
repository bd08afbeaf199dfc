import { Columns3, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { words } from '../../../../words/words.ts'
import { useAction } from '../../../lib/keys.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Popover } from '../../../ui/popover.tsx'
import { ReorderList } from '../../../ui/reorder-list.tsx'
import { VisibleText } from '../../../ui/visible-text.tsx'
import { columnAbout, columnTitle } from './columns.ts'
import type { ColumnSetup } from './use-columns.ts'

/** Which columns the list shows, and in which order. */
export function ColumnChooser({ columns }: { columns: ColumnSetup }) {
  const w = words().postbacks
  const [open, setOpen] = useState(false)
  useAction({ id: 'columns.choose', run: () => setOpen(true) })
  useAction({ id: 'columns.reset', run: columns.reset })
  return (
    <Popover
      label={w.columns}
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <IconButton label={w.columns} action="columns.choose" icon={<Columns3 aria-hidden="true" size={15} />} />
      }
    >
      <div className="flex w-64 flex-col gap-2">
        <div className="-mx-2 max-h-[min(440px,60vh)] overflow-auto px-2 py-1">
          <ReorderList
            label={w.columns}
            items={columns.all}
            keyOf={(column) => column.id}
            nameOf={columnTitle}
            onMove={columns.move}
            render={(column) => (
              <div className="flex h-control min-w-0 flex-1 items-center" title={columnAbout(column)}>
                <Checkbox
                  label={<VisibleText text={columnTitle(column)} max={80} />}
                  checked={columns.isShown(column)}
                  // A list without columns could not be brought back by eye.
                  disabled={column.id === 'verdict'}
                  onChange={(shown) => columns.show(column, shown)}
                />
              </div>
            )}
          />
        </div>
        <Button
          size="s"
          variant="ghost"
          className="self-start"
          icon={<RotateCcw aria-hidden="true" size={13} />}
          action="columns.reset"
          onClick={columns.reset}
        >
          {w.resetColumns}
        </Button>
      </div>
    </Popover>
  )
}
