import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { useState } from 'react'
import { words } from '../../../words/words.ts'
import type { ReplyStepForm } from '../../lib/reply-script-form.ts'
import { useFocusLeft } from '../../lib/use-focus-left.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'

const ENDINGS: readonly ReplyStepForm['ending'][] = ['complete', 'silence', 'reset', 'cut']

/** One step of a reply script. It counts as meant when the focus leaves it. */
export function ReplyStepRow({
  step,
  place,
  count,
  error,
  onChange,
  onApply,
  onCommit,
  onMove,
  onRemove,
}: {
  step: ReplyStepForm
  place: number
  count: number
  error: (field: 'status' | 'delayMs' | 'body' | 'headers' | 'ending') => string | undefined
  onChange: (change: Partial<ReplyStepForm>) => void
  /** Changes and saves in one step. */
  onApply: (change: Partial<ReplyStepForm>) => void
  onCommit: () => void
  onMove: (to: number) => void
  onRemove: () => void
}) {
  const ref = useFocusLeft<HTMLLIElement>(onCommit)
  const [opened, setOpened] = useState(false)
  const w = words().endpoints.step
  const number = place + 1
  const sends = step.ending === 'complete' || step.ending === 'cut'
  const more = opened || error('body') !== undefined || error('headers') !== undefined
  return (
    <li ref={ref} aria-label={w.title(number)} className="rounded-m border border-line bg-panel p-2">
      <div className="flex items-start gap-2">
        <span aria-hidden="true" className="w-5 pt-7 text-right text-s text-muted tabular-nums">
          {number}.
        </span>
        <div className="grid min-w-0 flex-1 grid-cols-[minmax(9rem,1.4fr)_minmax(0,1fr)_minmax(0,1fr)] gap-2">
          <SelectField
            label={w.ending(number)}
            value={step.ending}
            options={ENDINGS.map((value) => ({ value, label: w.endings[value] }))}
            error={error('ending')}
            onChange={(ending) => onApply({ ending })}
          />
          {sends && (
            <TextField
              label={w.status(number)}
              numeric
              value={step.status}
              error={error('status')}
              onChange={(status) => onChange({ status })}
              onCommit={onCommit}
            />
          )}
          {step.ending !== 'silence' && (
            <TextField
              label={w.delay(number)}
              numeric
              value={step.delayMs}
              error={error('delayMs')}
              onChange={(delayMs) => onChange({ delayMs })}
              onCommit={onCommit}
            />
          )}
          {step.ending === 'silence' && <p className="col-span-2 pt-7 text-s text-muted">{w.silence}</p>}
        </div>
        <div className="flex pt-[1.7rem]">
          <IconButton
            label={w.up(number)}
            icon={<ArrowUp aria-hidden="true" size={14} />}
            disabled={place === 0}
            onClick={() => onMove(place - 1)}
          />
          <IconButton
            label={w.down(number)}
            icon={<ArrowDown aria-hidden="true" size={14} />}
            disabled={place === count - 1}
            onClick={() => onMove(place + 1)}
          />
          <IconButton label={w.remove(number)} icon={<X aria-hidden="true" size={14} />} onClick={onRemove} />
        </div>
      </div>
      {sends && (
        <div className="mt-1 ml-7 flex flex-col gap-2">
          {more ? (
            <div className="grid grid-cols-2 gap-2">
              <TextField
                label={w.body(number)}
                mono
                rows={2}
                value={step.body}
                error={error('body')}
                onChange={(body) => onChange({ body })}
              />
              <TextField
                label={w.headers(number)}
                mono
                rows={2}
                value={step.headers}
                error={error('headers')}
                onChange={(headers) => onChange({ headers })}
              />
            </div>
          ) : (
            <div>
              <Button size="s" variant="ghost" className="-ml-2 text-muted" onClick={() => setOpened(true)}>
                {w.more(number)}
              </Button>
            </div>
          )}
        </div>
      )}
    </li>
  )
}
