import { Pencil, Plus, RotateCcw, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { words } from '../../../../words/words.ts'
import { describeCombo } from '../../../lib/key-combo.ts'
import type { KeyConflict } from '../../../lib/key-conflicts.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Kbd } from '../../../ui/kbd.tsx'
import { KeyRecorder } from './key-recorder.tsx'
import type { ListedAction } from './keyed-actions.ts'

/** One action with its keys, and what can be done about them. */
export function KeyRow({
  action,
  all,
  onKeys,
}: {
  action: ListedAction
  all: readonly ListedAction[]
  /** Its new keys; `conflicts` are other actions that lose one. */
  onKeys: (keys: readonly string[], conflicts: readonly KeyConflict[]) => void
}) {
  const w = words().keys.row
  const [recording, setRecording] = useState<'change' | 'add' | null>(null)
  const begun = useRef<HTMLButtonElement>(null)
  const adder = useRef<HTMLButtonElement>(null)
  const { title, chosen } = action
  const changeable = chosen.filter((combo) => combo !== 'escape')

  const record = (how: 'change' | 'add', button: HTMLButtonElement): void => {
    begun.current = button
    setRecording(how)
  }
  const end = (): void => {
    setRecording(null)
    begun.current?.focus()
  }
  /** The button that was pressed goes with what it did: the focus goes to the one that stays. */
  const putBack = (keys: readonly string[]): void => {
    adder.current?.focus()
    onKeys(keys, [])
  }
  return (
    <li className="flex flex-col gap-1 px-3 py-1 hover:bg-hover">
      <div className="flex min-h-control items-center gap-2">
        <span className="min-w-0 flex-1 wrap-anywhere">{title}</span>
        {chosen.length === 0 && <span className="text-s text-faint">{w.none}</span>}
        {chosen.map((combo) => (
          <span key={combo} className="inline-flex items-center">
            <span className="only-heard">{describeCombo(combo).join(' ')}</span>
            <Kbd combo={combo} />
            {combo !== 'escape' && (
              <IconButton
                size="s"
                label={w.take(describeCombo(combo).join(' '), title)}
                icon={<X aria-hidden="true" size={12} />}
                onClick={() => putBack(chosen.filter((other) => other !== combo))}
              />
            )}
          </span>
        ))}
        <span className="flex w-[4.5rem] shrink-0 justify-end">
          {action.isChanged && (
            <IconButton
              size="s"
              label={w.reset(title)}
              icon={<RotateCcw aria-hidden="true" size={13} />}
              onClick={() => putBack(action.own)}
            />
          )}
          {changeable.length > 0 && (
            <IconButton
              size="s"
              label={w.change(title)}
              icon={<Pencil aria-hidden="true" size={13} />}
              onClick={(event) => record('change', event.currentTarget)}
            />
          )}
          <IconButton
            size="s"
            ref={adder}
            label={w.add(title)}
            icon={<Plus aria-hidden="true" size={14} />}
            onClick={(event) => record('add', event.currentTarget)}
          />
        </span>
      </div>
      {recording !== null && (
        <KeyRecorder
          subject={action}
          all={all}
          onCancel={end}
          onTake={(combo, conflicts) => {
            onKeys(recording === 'change' ? [combo] : [...chosen, combo], conflicts)
            end()
          }}
        />
      )}
    </li>
  )
}
