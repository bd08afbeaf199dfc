import { Bookmark, ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { words } from '../../../../words/words.ts'
import { withKey } from '../../../lib/key-combo.ts'
import { useAction, useKeysOf } from '../../../lib/keys.ts'
import { Button } from '../../../ui/button.tsx'
import { Popover } from '../../../ui/popover.tsx'
import { ReorderList } from '../../../ui/reorder-list.tsx'
import { spokenText, VisibleText } from '../../../ui/visible-text.tsx'
import { SaveView } from './save-view.tsx'
import { useViews } from './use-views.ts'
import { ViewRow } from './view-row.tsx'

/** Saved views: pick one, keep what is shown as one, and put them in order. The button says which one is shown. */
export function ViewsMenu() {
  const w = words().views
  const views = useViews()
  const { current } = views
  const [open, setOpen] = useState(false)
  useAction({ id: 'views.show', run: () => setOpen(true) })
  useAction(
    current?.changed
      ? {
          id: 'views.save',
          title: w.saveChangesToView(current.view.name),
          run: () => views.save(current.view.name),
        }
      : {
          id: 'views.save',
          run: () => setOpen(true),
        },
  )
  const [combo] = useKeysOf('views.show')
  const label = current ? w.menuOf(spokenText(current.view.name, 80), current.changed) : w.menu
  return (
    <Popover
      label={w.savedViews}
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button
          variant="ghost"
          aria-label={label}
          title={withKey(label, combo)}
          icon={<Bookmark aria-hidden="true" size={15} />}
        >
          <span className="max-w-36 truncate max-[1100px]:max-w-20">
            {current ? <VisibleText text={current.view.name} max={80} /> : w.menu}
          </span>
          {current?.changed && <span className="font-normal text-muted">{w.changedMark}</span>}
          <ChevronDown aria-hidden="true" size={13} />
        </Button>
      }
    >
      <div className="flex w-96 max-w-full flex-col gap-2">
        <div className="-mx-2 max-h-[min(360px,50vh)] overflow-auto px-2 py-1">
          <button
            type="button"
            aria-current={current === null && views.shown.query.trim() === '' ? 'true' : undefined}
            className="w-full rounded-m px-2 py-1 text-left font-medium hover:bg-hover"
            onClick={() => {
              views.leave()
              setOpen(false)
            }}
          >
            {w.allPostbacks}
          </button>
          {views.views.length === 0 ? (
            <p className="px-2 py-1 text-muted">{w.noneYet}</p>
          ) : (
            <ReorderList
              label={w.savedViews}
              items={views.views}
              keyOf={(view) => view.name}
              nameOf={(view) => view.name}
              onMove={views.move}
              render={(view) => (
                <ViewRow
                  view={view}
                  views={views}
                  onChosen={() => {
                    views.choose(view)
                    setOpen(false)
                  }}
                />
              )}
            />
          )}
        </div>
        <SaveView views={views} />
      </div>
    </Popover>
  )
}
