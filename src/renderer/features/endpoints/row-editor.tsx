import { Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'

/** Rows of two fields that can be added and removed. A row counts as meant when the focus leaves it, or on Enter. */
export function RowEditor<R>({
  rows,
  children,
  addLabel,
  removeLabel,
  onAdd,
  onRemove,
  onCommit,
}: {
  rows: readonly R[]
  children: (row: R, index: number) => ReactNode
  addLabel: string
  removeLabel: (row: R) => string
  onAdd: () => void
  onRemove: (index: number) => void
  onCommit: () => void
}) {
  return (
    <div className="flex flex-col gap-2">
      {rows.map((row, index) => (
        <div
          // Rows have no identity of their own: they are what stands at their place.
          key={String(index)}
          className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-start gap-2"
          onBlur={(event) => {
            if (!event.currentTarget.contains(event.relatedTarget)) onCommit()
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && event.target instanceof HTMLInputElement) onCommit()
          }}
        >
          {children(row, index)}
          <IconButton
            label={removeLabel(row)}
            icon={<X aria-hidden="true" size={14} />}
            className="mt-[1.7rem]"
            onClick={() => onRemove(index)}
          />
        </div>
      ))}
      <div>
        <Button size="s" icon={<Plus aria-hidden="true" size={13} />} onClick={onAdd}>
          {addLabel}
        </Button>
      </div>
    </div>
  )
}
