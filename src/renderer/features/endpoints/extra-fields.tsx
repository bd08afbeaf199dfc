import { TRANSACTION_ID_FIELD } from '../../../core/endpoint.ts'
import { words } from '../../../words/words.ts'
import type { EndpointForm } from '../../lib/endpoint-form.ts'
import type { EndpointFormState } from '../../lib/use-endpoint-form.ts'
import { Pieces } from '../../ui/pieces.tsx'
import { Section } from '../../ui/section.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { commitOnEnter } from './commit-on-enter.ts'
import { RowEditor } from './row-editor.tsx'

type Row = EndpointForm['extraFields'][number]

/** What a network sends beside the two documented values: optional, and mapped by name. */
export function ExtraFields({ state }: { state: EndpointFormState }) {
  const w = words().endpoints.extraFields
  const rows = state.form.extraFields
  const setRow = (index: number, change: Partial<Row>): void => {
    state.change((form) => ({
      ...form,
      extraFields: form.extraFields.map((row, at) => (at === index ? { ...row, ...change } : row)),
    }))
  }
  return (
    <Section
      title={w.title}
      description={<Pieces of={w.text(<code className="font-mono">{TRANSACTION_ID_FIELD}</code>)} />}
    >
      <RowEditor
        rows={rows}
        addLabel={w.add}
        removeLabel={(row) => w.remove(row.field)}
        onAdd={() => {
          const taken = rows.some(({ field }) => field === TRANSACTION_ID_FIELD)
          const row = taken ? { field: '', param: '' } : { field: TRANSACTION_ID_FIELD, param: '' }
          state.change((form) => ({ ...form, extraFields: [...form.extraFields, row] }))
        }}
        onRemove={(index) =>
          state.apply((form) => ({ ...form, extraFields: form.extraFields.filter((_, at) => at !== index) }))
        }
        onCommit={state.commit}
        renderCells={(row, index) => (
          <>
            <TextField
              label={w.field(index + 1)}
              mono
              placeholder={TRANSACTION_ID_FIELD}
              value={row.field}
              onChange={(field) => setRow(index, { field })}
              error={state.errors[`extraFields.${String(index)}.field`]}
              onKeyDown={commitOnEnter(state)}
            />
            <TextField
              label={w.param(index + 1)}
              mono
              placeholder="txid"
              value={row.param}
              onChange={(param) => setRow(index, { param })}
              error={state.errors[`extraFields.${String(index)}.param`]}
              onKeyDown={commitOnEnter(state)}
            />
          </>
        )}
      />
    </Section>
  )
}
