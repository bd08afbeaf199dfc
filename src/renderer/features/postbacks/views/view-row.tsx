import { Check, Pencil, Save, Trash2, X } from 'lucide-react'
import { useState } from 'react'
import type { SavedView } from '../../../../core/saved-view.ts'
import { words } from '../../../../words/words.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { spokenText, VisibleText } from '../../../ui/visible-text.tsx'
import { isAsShown, nameProblem } from './saved-views.ts'
import type { SavedViews } from './use-views.ts'

/** One saved view: picked by its name, and what can be done with it beside. */
export function ViewRow({ view, views, onChosen }: { view: SavedView; views: SavedViews; onChosen: () => void }) {
  const w = words().views
  const [renaming, setRenaming] = useState(false)
  if (renaming) return <RenameView view={view} views={views} onDone={() => setRenaming(false)} />
  const isCurrent = views.current?.view.name === view.name
  const name = spokenText(view.name, 80)
  return (
    <>
      <button
        type="button"
        aria-current={isCurrent ? 'true' : undefined}
        onClick={onChosen}
        className="min-w-0 flex-1 rounded-m px-1 py-1 text-left hover:bg-hover aria-[current]:bg-selected"
      >
        <span className="block truncate">
          <VisibleText text={view.name} />
          {isCurrent && views.current?.changed && <span className="text-muted"> {w.changedMark}</span>}
        </span>
        <span className="block truncate text-s text-muted">
          {view.query === '' ? (
            w.everyPostback
          ) : (
            <span className="font-mono">
              <VisibleText text={view.query} max={300} />
            </span>
          )}
        </span>
      </button>
      <IconButton
        size="s"
        label={w.putInto(name)}
        disabled={isAsShown(view, views.shown)}
        icon={<Save aria-hidden="true" size={14} />}
        onClick={() => views.save(view.name)}
      />
      <IconButton
        size="s"
        label={w.renameView(name)}
        icon={<Pencil aria-hidden="true" size={14} />}
        onClick={() => setRenaming(true)}
      />
      <IconButton
        size="s"
        label={w.deleteView(name)}
        icon={<Trash2 aria-hidden="true" size={14} />}
        onClick={() => views.remove(view)}
      />
    </>
  )
}

function RenameView({ view, views, onDone }: { view: SavedView; views: SavedViews; onDone: () => void }) {
  const w = words().views
  const [name, setName] = useState(view.name)
  const problem = nameProblem(views.views, name, view.name)
  const rename = (): void => {
    if (problem !== null) return
    if (name.trim() !== view.name) views.rename(view, name)
    onDone()
  }
  return (
    <div className="flex min-w-0 flex-1 items-start gap-1">
      <TextField
        label={w.name}
        hideLabel
        value={name}
        error={problem}
        onChange={setName}
        inputRef={focusAndSelect}
        onKeyDown={(event) => {
          if (event.key === 'Enter') rename()
        }}
        className="flex-1"
      />
      <IconButton
        label={w.rename}
        disabled={problem !== null}
        icon={<Check aria-hidden="true" size={15} />}
        onClick={rename}
      />
      <IconButton label={w.leaveName} icon={<X aria-hidden="true" size={15} />} onClick={onDone} />
    </div>
  )
}

/** The same function for every render: a ref that is another one is called anew. */
function focusAndSelect(input: HTMLInputElement | null): void {
  input?.focus()
  input?.select()
}
