import { Command } from 'cmdk'
import { useExternalStore } from '../lib/external-store.ts'
import { actions, keysOf } from '../lib/keys.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { VisibleText } from '../ui/visible-text.tsx'
import { groupActions } from './action-groups.ts'

/** Finds every action that is possible now, by any part of its words. */
export function Palette({ open, onClose }: { open: boolean; onClose: () => void }) {
  const groups = groupActions(useExternalStore(actions))
  return (
    <Dialog open={open} onClose={onClose} title="Commands" hideTitle>
      <Command label="Commands" loop className="flex flex-col">
        <Command.Input
          placeholder="What do you want to do?"
          className="h-11 border-b border-line bg-transparent px-4 text-l outline-none"
        />
        <Command.List className="max-h-[min(420px,60vh)] overflow-auto p-1.5">
          <Command.Empty className="px-3 py-6 text-center text-muted">No command has these words.</Command.Empty>
          {groups.map(({ group, actions: found }) => (
            <Command.Group
              key={group}
              heading={group}
              className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-s [&_[cmdk-group-heading]]:text-muted"
            >
              {found.map((action) => (
                <Command.Item
                  key={action.id}
                  value={`${action.title} ${action.id}`}
                  onSelect={() => {
                    onClose()
                    action.run()
                  }}
                  className="flex h-8 items-center gap-2 rounded-m px-2.5 data-[selected=true]:bg-selected"
                >
                  <span className="min-w-0 flex-1 truncate">
                    <VisibleText text={action.title} max={300} />
                  </span>
                  {keysOf(action)
                    .slice(0, 1)
                    .map((combo) => (
                      <Kbd key={combo} combo={combo} />
                    ))}
                </Command.Item>
              ))}
            </Command.Group>
          ))}
        </Command.List>
      </Command>
    </Dialog>
  )
}
