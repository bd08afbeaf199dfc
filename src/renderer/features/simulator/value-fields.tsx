import { Plus, Trash2 } from 'lucide-react'
import type { Endpoint } from '../../../core/endpoint.ts'
import { words } from '../../../words/words.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Composition } from './composition.ts'

const FIELDS = [
  { key: 'userId', param: 'userIdParam' },
  { key: 'rewardAmount', param: 'rewardAmountParam' },
] as const

/** What the postback carries: the two values, the mapped extra fields, and anything else. */
export function ValueFields({
  form,
  endpoint,
  onChange,
}: {
  form: Composition
  endpoint: Endpoint
  onChange: (form: Composition) => void
}) {
  const w = words().simulator.values
  const set = (id: number, part: { name?: string; value?: string }): void =>
    onChange({ ...form, more: form.more.map((one) => (one.id === id ? { ...one, ...part } : one)) })
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-2 items-start gap-3">
        {FIELDS.map(({ key, param }) => {
          const out = form.leftOut.includes(key)
          return (
            <div key={key} className="flex min-w-0 flex-col gap-1.5">
              <TextField
                label={w[key]}
                mono
                value={form[key]}
                disabled={out}
                hint={w.goesOutAs(endpoint[param])}
                onChange={(value) => onChange({ ...form, [key]: value })}
              />
              <Checkbox
                label={w.leaveOut(endpoint[param])}
                checked={out}
                onChange={(yes) =>
                  onChange({
                    ...form,
                    leftOut: yes ? [...form.leftOut, key] : form.leftOut.filter((one) => one !== key),
                  })
                }
              />
            </div>
          )
        })}
        {endpoint.extraFields.map(({ field, param }) => (
          <TextField
            key={field}
            label={field}
            mono
            value={form.extras[field] ?? ''}
            hint={w.extraGoesOutAs(param)}
            onChange={(value) => onChange({ ...form, extras: { ...form.extras, [field]: value } })}
          />
        ))}
      </div>
      {form.more.map(({ id, name, value }, index) => (
        <div key={id} className="grid grid-cols-[1fr_1fr_auto] items-end gap-3">
          <TextField label={w.name(index + 1)} mono value={name} onChange={(text) => set(id, { name: text })} />
          <TextField label={w.value(index + 1)} mono value={value} onChange={(text) => set(id, { value: text })} />
          <IconButton
            label={w.remove(index + 1)}
            icon={<Trash2 aria-hidden="true" size={15} />}
            onClick={() => onChange({ ...form, more: form.more.filter((one) => one.id !== id) })}
          />
        </div>
      ))}
      <Button
        size="s"
        className="self-start"
        icon={<Plus aria-hidden="true" size={13} />}
        onClick={() => {
          const id = Math.max(0, ...form.more.map((one) => one.id)) + 1
          onChange({ ...form, more: [...form.more, { id, name: '', value: '' }] })
        }}
      >
        {w.add}
      </Button>
    </div>
  )
}
