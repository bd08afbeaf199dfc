import { Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { placed } from '../../lib/placed.ts'
import { useFocusLeft } from '../../lib/use-focus-left.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'

/** Rows of two fields that can be added and removed. A row counts as meant when the focus leaves it. */
export function RowEditor<R>({
  rows,
  renderCells,
  addLabel,
  removeLabel,
  onAdd,
  onRemove,
  onCommit,
}: {
  rows: readonly R[]
  renderCells: (row: R, index: number) => ReactNode
  addLabel: string
  removeLabel: (row: R) => string
  onAdd: () => void
  onRemove: (index: number) => void
  onCommit: () => void
}) {
  return (
    <div className="flex flex-col gap-2">
      {placed(rows).map(({ item, place }) => (
        <Row key={place} removeLabel={removeLabel(item)} onRemove={() => onRemove(place)} onLeft={onCommit}>
          {renderCells(item, place)}
        </Row>
      ))}
      <div>
        <Button size="s" icon={<Plus aria-hidden="true" size={13} />} onClick={onAdd}>
          {addLabel}
        </Button>
      </div>
    </div>
  )
}

function Row({
  children,
  removeLabel,
  onRemove,
  onLeft,
}: {
  children: ReactNode
  removeLabel: string
  onRemove: () => void
  onLeft: () => void
}) {
  const ref = useFocusLeft<HTMLDivElement>(onLeft)
  return (
    <div ref={ref} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-start gap-2">
      {children}
      <IconButton
        label={removeLabel}
        icon={<X aria-hidden="true" size={14} />}
        className="mt-[1.7rem]"
        onClick={onRemove}
      />
    </div>
  )
}
