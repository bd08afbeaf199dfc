import { useState } from 'react'
import { words } from '../../../../words/words.ts'
import { Button } from '../../../ui/button.tsx'
import { Pieces } from '../../../ui/pieces.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { VisibleText } from '../../../ui/visible-text.tsx'
import { nameProblem, savingProblem } from './saved-views.ts'
import type { SavedViews } from './use-views.ts'

/** Keeps what is shown: in the view that was chosen, or under a new name. */
export function SaveView({ views }: { views: SavedViews }) {
  const w = words().views
  const [name, setName] = useState('')
  const { current, shown } = views
  const unsavable = savingProblem(views.views, shown)
  const problem = nameProblem(views.views, name, null)
  const save = (): void => {
    if (problem !== null || unsavable !== null) return
    views.save(name)
    setName('')
  }
  return (
    <div className="flex flex-col gap-2 border-t border-line pt-2">
      {current?.changed && (
        <Button className="max-w-full self-start" onClick={() => views.save(current.view.name)}>
          <span className="truncate">
            <Pieces of={w.saveChangesTo(<VisibleText text={current.view.name} max={60} />)} />
          </span>
        </Button>
      )}
      <div className="flex items-end gap-2">
        <TextField
          label={w.saveAsNew}
          value={name}
          onChange={setName}
          placeholder={w.itsName}
          error={name === '' ? null : problem}
          hint={unsavable ?? undefined}
          onKeyDown={(event) => {
            if (event.key === 'Enter') save()
          }}
          className="flex-1"
        />
        <Button onClick={save} disabled={problem !== null || unsavable !== null}>
          {words().ui.save}
        </Button>
      </div>
    </div>
  )
}
