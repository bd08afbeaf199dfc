import { Command } from 'cmdk'
import { useState } from 'react'
import { words } from '../../words/words.ts'
import { useExternalStore } from '../lib/external-store.ts'
import { type Action, actions, keysOf } from '../lib/keys.ts'
import { keySettings } from '../lib/present-keys.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { VisibleText } from '../ui/visible-text.tsx'
import { type ActionGroup, groupActions } from './action-groups.ts'
import { rankOf } from './palette-rank.ts'
import { recentActions, rememberAction } from './recent-actions.ts'

/** Finds every action that is possible now, by any of its words; what was done last stands first. */
export function Palette({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title={words().shell.palette.title} hideTitle>
      <Commands onClose={onClose} />
    </Dialog>
  )
}

function Commands({ onClose }: { onClose: () => void }) {
  const w = words().shell.palette
  const groups = groupActions(useExternalStore(actions))
  const recent = useExternalStore(recentActions)
  const [typed, setTyped] = useState('')
  // Drawn anew where the user changes a key in another window.
  useExternalStore(keySettings)

  const possible = groups.flatMap((group) => group.actions)
  const latest = recent.flatMap((id) => possible.find((action) => action.id === id) ?? [])
  const isSearching = typed.trim() !== ''
  const shown: readonly ActionGroup[] =
    isSearching || latest.length === 0
      ? groups
      : [
          { group: w.usedLast, actions: latest },
          ...groups.map(({ group, actions: all }) => ({
            group,
            actions: all.filter((action) => !latest.includes(action)),
          })),
        ]
  const rank = (id: string, search: string, keywords: readonly string[] = []): number => {
    const [title = '', others = ''] = keywords
    const place = recent.indexOf(id)
    return rankOf({ title, words: others }, search, place === -1 ? 0 : 1 / (place + 1))
  }
  return (
    <Command label={w.title} loop filter={rank} className="flex flex-col">
      <Command.Input
        value={typed}
        onValueChange={setTyped}
        placeholder={w.placeholder}
        className="h-11 border-b border-line bg-transparent px-4 text-l focus-visible:outline-offset-[-2px]"
      />
      <Command.List label={w.title} className="max-h-[min(420px,60vh)] overflow-auto p-1.5">
        <Command.Empty className="px-3 py-6 text-center text-muted">{w.nothingFound}</Command.Empty>
        {shown.map(({ group, actions: found }) => (
          <Command.Group
            key={group}
            heading={group}
            className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-s [&_[cmdk-group-heading]]:text-muted"
          >
            {found.map((action) => (
              <PaletteItem
                key={action.id}
                action={action}
                onChosen={() => {
                  rememberAction(action.id)
                  onClose()
                  action.run()
                }}
              />
            ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  )
}

function PaletteItem({ action, onChosen }: { action: Action; onChosen: () => void }) {
  const [combo] = keysOf(action)
  return (
    <Command.Item
      value={action.id}
      keywords={[action.title, `${action.group ?? ''} ${action.words ?? ''}`]}
      onSelect={onChosen}
      className="flex h-8 items-center gap-2 rounded-m px-2.5 data-[selected=true]:bg-selected"
    >
      <span className="min-w-0 flex-1 truncate">
        <VisibleText text={action.title} max={300} />
      </span>
      {combo !== undefined && <Kbd combo={combo} />}
    </Command.Item>
  )
}
