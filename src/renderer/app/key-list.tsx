import type { ReactNode } from 'react'
import { words } from '../../words/words.ts'
import { useExternalStore } from '../lib/external-store.ts'
import { describeCombo } from '../lib/key-combo.ts'
import { actions, keysOf } from '../lib/keys.ts'
import { hashOf } from '../lib/navigation.ts'
import { keySettings } from '../lib/present-keys.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { VisibleText } from '../ui/visible-text.tsx'
import { groupActions } from './action-groups.ts'

/** What lists have of themselves. Nobody can change it. */
const IN_LISTS = [
  { does: 'upAndDown', keys: ['arrowup', 'arrowdown'] },
  { does: 'pageUpAndDown', keys: ['pageup', 'pagedown'] },
  { does: 'firstAndLast', keys: ['home', 'end'] },
  { does: 'open', keys: ['enter'] },
  { does: 'rowMenu', keys: ['shift+f10'] },
  { does: 'closeInnermost', keys: ['escape'] },
] as const

/** Every key that does something in the view that is shown, and the way to change them. */
export function KeyList({ open, onClose }: { open: boolean; onClose: () => void }) {
  const w = words().shell.keyList
  const all = useExternalStore(actions)
  const { single } = useExternalStore(keySettings)
  const groups = groupActions(all.filter((action) => keysOf(action).length > 0))
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={w.title}
      width="l"
      reading
      footer={
        <>
          <a href={hashOf({ view: 'help', id: null })} onClick={onClose} className="mr-auto text-accent underline">
            {w.toHelp}
          </a>
          <a href={hashOf({ view: 'settings', id: 'keys' })} onClick={onClose} className="text-accent underline">
            {w.change}
          </a>
        </>
      }
    >
      {!single && <p className="mb-3 text-muted">{w.lettersOff}</p>}
      <div className="columns-2 gap-8 max-[700px]:columns-1">
        {groups.map(({ group, actions: found }) => (
          <KeyGroup key={group} title={group}>
            {found.map((action) => (
              <KeyRow key={action.id} title={action.title} keys={keysOf(action)} />
            ))}
          </KeyGroup>
        ))}
        <KeyGroup title={w.inLists}>
          {IN_LISTS.map(({ does, keys }) => (
            <KeyRow key={does} title={w[does]} keys={keys} />
          ))}
        </KeyGroup>
      </div>
    </Dialog>
  )
}

function KeyGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="mb-4 break-inside-avoid">
      <h3 className="mb-1 text-s font-semibold text-muted">{title}</h3>
      <dl>{children}</dl>
    </section>
  )
}

function KeyRow({ title, keys }: { title: string; keys: readonly string[] }) {
  return (
    <div className="flex items-center gap-3 py-0.5">
      <dt className="min-w-0 flex-1 wrap-anywhere">
        <VisibleText text={title} max={300} />
      </dt>
      <dd className="flex gap-2">
        {keys.map((combo) => (
          <span key={combo}>
            <span className="only-heard">{describeCombo(combo).join(' ')}</span>
            <Kbd combo={combo} />
          </span>
        ))}
      </dd>
    </div>
  )
}
