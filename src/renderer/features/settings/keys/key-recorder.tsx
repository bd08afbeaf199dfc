import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { words } from '../../../../words/words.ts'
import { comboOf, describeCombo, isOfSigns } from '../../../lib/key-combo.ts'
import { conflictsOf, type KeyConflict, type KeyedAction } from '../../../lib/key-conflicts.ts'
import { keyRefusal } from '../../../lib/key-rules.ts'
import { Button } from '../../../ui/button.tsx'
import { Kbd } from '../../../ui/kbd.tsx'
import { VisibleText } from '../../../ui/visible-text.tsx'

const MOST_NAMED = 3

/**
 * Listens for the new key of an action: one press, or two one after the other. Tab leads out of it as everywhere, Esc
 * leaves it, Enter takes what was pressed.
 */
export function KeyRecorder({
  subject,
  all,
  onTake,
  onCancel,
}: {
  subject: KeyedAction
  all: readonly KeyedAction[]
  /** `conflicts` have it now, and lose it. */
  onTake: (combo: string, conflicts: readonly KeyConflict[]) => void
  onCancel: () => void
}) {
  const w = words().keys.recorder
  const [presses, setPresses] = useState<readonly string[]>([])
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.focus()
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [])

  const combo = presses.join(' ')
  const refusal = combo === '' || subject.own.includes(combo) ? null : keyRefusal(combo)
  const conflicts = combo === '' || refusal !== null ? [] : conflictsOf(combo, subject, all)
  const ready = combo !== '' && refusal === null

  const press = useEffectEvent((event: KeyboardEvent): void => {
    if (event.isComposing) return
    const isBare = !event.ctrlKey && !event.metaKey && !event.altKey
    if (event.key === 'Escape' && isBare) {
      event.preventDefault()
      event.stopPropagation()
      onCancel()
      return
    }
    // Tab leads on; and what is pressed on one of the buttons is theirs.
    if (event.key === 'Tab' || event.target !== place.current) return
    const pressed = comboOf(event)
    if (pressed === null) return
    event.preventDefault()
    event.stopPropagation()
    if (event.repeat) return
    if (event.key === 'Enter' && isBare && ready) {
      if (conflicts.length === 0) onTake(combo, [])
      return
    }
    const [first] = presses
    const goesOn = presses.length === 1 && first !== undefined && isOfSigns(first) && isOfSigns(pressed)
    setPresses(goesOn ? [first, pressed] : [pressed])
  })
  useEffect(() => {
    const element = place.current
    const listen = (event: KeyboardEvent): void => press(event)
    element?.addEventListener('keydown', listen)
    return () => element?.removeEventListener('keydown', listen)
  }, [])

  return (
    <div
      ref={place}
      role="group"
      aria-label={w.label(subject.title)}
      tabIndex={-1}
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-m border border-accent bg-panel px-3 py-2"
    >
      <output className="min-w-48 flex-1">
        {combo === '' ? (
          w.press
        ) : (
          <span className="flex flex-wrap items-center gap-2">
            <span className="only-heard">{describeCombo(combo).join(' ')}</span>
            <Kbd combo={combo} />
            {refusal !== null && (
              <span className="text-fail">
                <VisibleText text={refusal} max={300} /> {w.pressAnother}
              </span>
            )}
            {conflicts.length > 0 && <span>{conflictWords(conflicts)}</span>}
            {ready && conflicts.length === 0 && <span className="text-muted">{w.enterTakes}</span>}
          </span>
        )}
      </output>
      <span className="flex gap-2">
        <Button size="s" variant="primary" disabled={!ready} onClick={() => onTake(combo, conflicts)}>
          {conflicts.length === 0 ? w.take : w.replace}
        </Button>
        <Button size="s" onClick={onCancel}>
          {conflicts.length === 0 ? words().ui.cancel : w.keep}
        </Button>
      </span>
    </div>
  )
}

/** Who has the key, a sentence for each way of getting in its way. */
function conflictWords(conflicts: readonly KeyConflict[]): string {
  return (['same', 'begins', 'begun'] as const)
    .map((how) =>
      sentenceOf(
        how,
        conflicts.filter((conflict) => conflict.how === how),
      ),
    )
    .filter((sentence) => sentence !== '')
    .join(' ')
}

function sentenceOf(how: KeyConflict['how'], conflicts: readonly KeyConflict[]): string {
  const w = words().keys.recorder
  const [first] = conflicts
  if (!first) return ''
  const named = conflicts
    .slice(0, MOST_NAMED)
    .map(({ action, combo }) => w.keyOf(describeCombo(combo).join(' '), action.title))
  const left = conflicts.length - named.length
  switch (how) {
    case 'same':
      return w.same(
        describeCombo(first.combo).join(' '),
        conflicts.map(({ action }) => action.title),
      )
    case 'begins':
      return w.begins(named, left)
    case 'begun':
      return w.begun(named, left)
    default:
      return how satisfies never
  }
}
