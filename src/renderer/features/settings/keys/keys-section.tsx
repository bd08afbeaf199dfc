import { RotateCcw } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { words } from '../../../../words/words.ts'
import { useOverview } from '../../../lib/inspector.tsx'
import { describeCombo } from '../../../lib/key-combo.ts'
import { keyOf } from '../../../lib/keys.ts'
import { navigate, useRoute } from '../../../lib/navigation.ts'
import { useSettings } from '../../../lib/settings.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Section } from '../../../ui/section.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { KeyRow } from './key-row.tsx'
import { isListed, type ListedAction, listedActions, withOwnKeys, withTaken } from './keyed-actions.ts'
import { useChangeKeys } from './use-change-keys.ts'

/** Every action with its keys: give it others, take one away, or put all back as they came. */
export function KeysSection() {
  const w = words().keys.section
  const { settings, info } = useOverview()
  const { keys } = settings
  const change = useChangeKeys()
  const [, changeSettings] = useSettings()
  const [typed, setTyped] = useState('')
  const all = listedActions(keys, info.face)
  const shown = typed.trim() === '' ? all : all.filter((action) => isListed(action, typed.trim()))
  const field = useFieldOfPlace()

  const palette = keyOf('palette.open')
  return (
    <Section
      title={w.title}
      description={w.description(palette === null ? null : describeCombo(palette).join(' '))}
      actions={
        <Button
          size="s"
          disabled={!all.some((action) => action.isChanged)}
          icon={<RotateCcw aria-hidden="true" size={13} />}
          onClick={() => {
            // There is nothing more to reset, and what is disabled has no focus.
            field.current?.focus()
            void change(withOwnKeys)
          }}
        >
          {w.resetAll}
        </Button>
      }
    >
      <Checkbox
        label={w.single}
        hint={w.singleHint}
        checked={keys.single}
        onChange={(single) => void changeSettings((all) => ({ ...all, keys: { ...all.keys, single } }))}
      />
      <TextField
        label={w.find}
        hideLabel
        placeholder={w.find}
        value={typed}
        onChange={setTyped}
        inputRef={field}
        className="max-w-80"
      />
      {shown.length === 0 ? (
        <p className="text-muted">{w.nothingFound}</p>
      ) : (
        <div className="rounded-m border border-line bg-panel">
          {groupsOf(shown).map(([group, found]) => (
            // What was looked for stands open; else a group at a time, so that Tab need not lead through them all.
            <KeyGroup
              key={`${group} ${String(typed.trim() !== '')}`}
              title={group}
              open={typed.trim() !== ''}
              actions={found}
            >
              {found.map((action) => (
                <KeyRow
                  key={action.id}
                  action={action}
                  all={all}
                  onKeys={(wanted, conflicts) => void change((now) => withTaken(now, action, wanted, conflicts))}
                />
              ))}
            </KeyGroup>
          ))}
        </div>
      )}
    </Section>
  )
}

function KeyGroup({
  title,
  open,
  actions,
  children,
}: {
  title: string
  open: boolean
  actions: readonly ListedAction[]
  children: ReactNode
}) {
  const w = words().keys.section
  const [isOpen, setIsOpen] = useState(open)
  const changed = actions.filter((action) => action.isChanged).length
  return (
    <details
      open={isOpen}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
      className="not-first:border-t not-first:border-line"
    >
      <summary className="px-3 py-1.5 select-none">
        {title}{' '}
        <span className="text-muted">
          · {changed > 0 ? w.actionsChanged(actions.length, changed) : w.actions(actions.length)}
        </span>
      </summary>
      <ul aria-label={w.ofGroup(title)} className="border-t border-line py-1">
        {isOpen && children}
      </ul>
    </details>
  )
}

/** The field to type in, which the address `#/settings/keys` leads to. */
function useFieldOfPlace() {
  const field = useRef<HTMLInputElement>(null)
  const { view, id } = useRoute()
  const isAsked = view === 'settings' && id === 'keys'
  useEffect(() => {
    if (!isAsked) return
    field.current?.closest('section')?.scrollIntoView({ block: 'start' })
    field.current?.focus({ preventScroll: true })
    navigate('settings', null, { replace: true })
  }, [isAsked])
  return field
}

function groupsOf(all: readonly ListedAction[]): readonly (readonly [string, readonly ListedAction[]])[] {
  const groups = new Map<string, ListedAction[]>()
  for (const action of all) groups.set(action.group, [...(groups.get(action.group) ?? []), action])
  return [...groups]
}
