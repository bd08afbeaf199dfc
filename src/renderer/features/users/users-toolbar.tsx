import { useRef } from 'react'
import { words } from '../../../words/words.ts'
import { useAction } from '../../lib/keys.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { SPANS, setUsers, type UsersState } from './users-state.ts'

const ALL = ''

/** What narrows the users down. */
export function UsersToolbar({
  state,
  endpoints,
}: {
  state: UsersState
  endpoints: readonly { readonly id: string; readonly name: string }[]
}) {
  const w = words().users.toolbar
  const field = useRef<HTMLInputElement>(null)
  useAction({ id: 'users.filter', run: () => field.current?.focus() })
  return (
    <div className="flex flex-wrap items-end gap-2">
      <TextField
        label={w.idContains}
        hideLabel
        placeholder={w.partOfId}
        inputRef={field}
        value={state.text}
        onChange={(text) => setUsers({ text })}
        className="min-w-40 flex-1"
      />
      <SelectField
        label={w.endpoint}
        hideLabel
        value={state.endpointId ?? ALL}
        options={[
          { value: ALL, label: w.allEndpoints },
          ...endpoints.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(id) => setUsers({ endpointId: id === ALL ? null : id })}
        className="w-44"
      />
      <SelectField
        label={w.time}
        hideLabel
        value={state.span}
        options={SPANS.map(({ value }) => ({ value, label: w.spans[value] }))}
        onChange={(span) => setUsers({ span })}
        className="w-36"
      />
    </div>
  )
}
