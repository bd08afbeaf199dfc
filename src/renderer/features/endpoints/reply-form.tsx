import { words } from '../../../words/words.ts'
import type { EndpointFormState } from '../../lib/use-endpoint-form.ts'
import { Section } from '../../ui/section.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { commitOnEnter } from './commit-on-enter.ts'
import { RowEditor } from './row-editor.tsx'

/** What a sender is answered. */
export function ReplyForm({ state }: { state: EndpointFormState }) {
  const w = words().endpoints.reply
  const setHeader = (index: number, change: (header: readonly [string, string]) => readonly [string, string]): void => {
    state.change((form) => ({
      ...form,
      headers: form.headers.map((header, at) => (at === index ? change(header) : header)),
    }))
  }
  return (
    <Section title={w.title} description={w.text}>
      <div className="grid grid-cols-2 gap-3">
        <TextField label={w.status} numeric {...state.text('status')} />
        <TextField label={w.delay} numeric {...state.text('delayMs')} />
      </div>
      <TextField label={w.body} mono rows={2} {...state.text('body')} />
      <RowEditor
        rows={state.form.headers}
        addLabel={w.addHeader}
        removeLabel={([name]) => w.removeHeader(name)}
        onAdd={() => state.change((form) => ({ ...form, headers: [...form.headers, ['', '']] }))}
        onRemove={(index) =>
          state.apply((form) => ({ ...form, headers: form.headers.filter((_, at) => at !== index) }))
        }
        onCommit={state.commit}
        renderCells={([name, value], index) => (
          <>
            <TextField
              label={w.header(index + 1)}
              mono
              value={name}
              onChange={(next) => setHeader(index, ([, kept]) => [next, kept])}
              error={state.errors[`headers.${String(index)}.0`]}
              onKeyDown={commitOnEnter(state)}
            />
            <TextField
              label={w.headerValue(index + 1)}
              mono
              value={value}
              onChange={(next) => setHeader(index, ([kept]) => [kept, next])}
              error={state.errors[`headers.${String(index)}.1`]}
              onKeyDown={commitOnEnter(state)}
            />
          </>
        )}
      />
    </Section>
  )
}
