import { Bookmark, X } from 'lucide-react'
import { useState } from 'react'
import { useSettings } from '../../../lib/settings.ts'
import { Button } from '../../../ui/button.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Popover } from '../../../ui/popover.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { spokenText, VisibleText } from '../../../ui/visible-text.tsx'

const MOST_SAVED = 50
const LONGEST_NAME = 60

/** Filters worth coming back to: pick one, keep the present one under a name, drop one. */
export function SavedFilters({ query, onQuery }: { query: string; onQuery: (query: string) => void }) {
  const [settings, change] = useSettings()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const saved = settings.screen.savedFilters
  const set = (next: typeof saved): void =>
    void change((all) => ({ ...all, screen: { ...all.screen, savedFilters: next } }))

  const trimmed = name.trim()
  const full = saved.length >= MOST_SAVED && !saved.some((one) => one.name === trimmed)
  const savable = query.trim() !== '' && query.length <= 1000 && !full
  const save = (): void => {
    if (trimmed === '' || !savable) return
    set([...saved.filter((one) => one.name !== trimmed), { name: trimmed, query: query.trim() }])
    setName('')
  }

  return (
    <Popover
      label="Saved filters"
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={<IconButton label="Saved filters" icon={<Bookmark aria-hidden="true" size={15} />} />}
    >
      <div className="flex w-80 flex-col gap-2">
        {saved.length === 0 ? (
          <p className="text-muted">No filter is saved yet.</p>
        ) : (
          <ul className="-mx-1 max-h-64 overflow-auto">
            {saved.map((one) => (
              <li key={one.name} className="flex items-center gap-1 rounded-m px-1 hover:bg-hover">
                <button
                  type="button"
                  className="min-w-0 flex-1 py-1 text-left"
                  onClick={() => {
                    onQuery(one.query)
                    setOpen(false)
                  }}
                >
                  <span className="block truncate">
                    <VisibleText text={one.name} />
                  </span>
                  <span className="block truncate font-mono text-s text-muted">
                    <VisibleText text={one.query} max={300} />
                  </span>
                </button>
                <IconButton
                  size="s"
                  label={`Delete “${spokenText(one.name)}”`}
                  icon={<X aria-hidden="true" size={14} />}
                  onClick={() => set(saved.filter((other) => other !== one))}
                />
              </li>
            ))}
          </ul>
        )}
        {query.trim() === '' ? (
          <p className="text-s text-muted">Type a filter to save it here.</p>
        ) : (
          <div className="flex items-end gap-2 border-t border-line pt-2">
            <TextField
              label="Save this filter as"
              value={name}
              onChange={(next) => setName(next.slice(0, LONGEST_NAME))}
              onKeyDown={(event) => {
                if (event.key === 'Enter') save()
              }}
              hint={full ? `${String(MOST_SAVED)} filters are saved; delete one first.` : undefined}
              className="flex-1"
            />
            <Button onClick={save} disabled={trimmed === '' || !savable}>
              Save
            </Button>
          </div>
        )}
      </div>
    </Popover>
  )
}
