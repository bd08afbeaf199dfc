import type { PostbackDetail } from '../../../core/postback.ts'
import { words } from '../../../words/words.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { type BodyForm, MOST_EDITABLE_BASE64, type ReadReplay, type ReplayDraft } from './replay-draft.ts'

const BODY_FORMS = ['stored', 'text', 'hex'] as const satisfies readonly BodyForm[]

/** Method, target, headers and body of a replay. What is not touched is sent byte for byte. */
export function EditFields({
  detail,
  draft,
  read,
  onChange,
}: {
  detail: PostbackDetail
  draft: ReplayDraft
  read: ReadReplay
  onChange: (draft: ReplayDraft) => void
}) {
  const { errors } = read
  const w = words().replay.fields
  const headerLines = Math.min(10, Math.max(3, read.headers.split('\n').length))
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-[6rem_1fr] items-start gap-3">
        <TextField
          label={w.method}
          mono
          value={read.method}
          error={errors.method}
          onChange={(method) => onChange({ ...draft, method })}
        />
        <TextField
          label={w.target}
          mono
          rows={3}
          value={read.target}
          error={errors.target}
          // A line end is no part of a target; pasting brings one along.
          onChange={(target) => onChange({ ...draft, target: target.replace(/[\r\n]+/g, '') })}
        />
      </div>
      <TextField
        label={w.headers}
        mono
        rows={headerLines}
        value={read.headers}
        error={errors.headers}
        hint={w.headersHint}
        onChange={(headers) => onChange({ ...draft, headers })}
      />
      <div className="flex flex-col gap-1.5">
        <div className="flex items-center gap-2">
          <span className="text-s font-medium text-muted">{w.body}</span>
          {detail.bodyBase64.length <= MOST_EDITABLE_BASE64 && (
            <Segmented
              label={w.bodyAs}
              size="s"
              value={draft.bodyForm}
              options={BODY_FORMS.map((value) => ({ value, label: w.bodyForms[value] }))}
              onChange={(bodyForm) => onChange({ ...draft, bodyForm })}
            />
          )}
          {draft.bodyForm === 'stored' && <span className="text-s text-muted">{w.storedBody(detail.bodyLength)}</span>}
        </div>
        {draft.bodyForm === 'text' && (
          <TextField
            label={w.bodyAsText}
            hideLabel
            mono
            rows={5}
            value={draft.text}
            error={errors.body}
            hint={detail.bodyBase64 === '' ? null : w.bodyAsTextHint}
            onChange={(text) => onChange({ ...draft, text })}
          />
        )}
        {draft.bodyForm === 'hex' && (
          <TextField
            label={w.bodyAsHex}
            hideLabel
            mono
            rows={5}
            value={draft.hex}
            error={errors.body}
            onChange={(hex) => onChange({ ...draft, hex })}
          />
        )}
      </div>
    </div>
  )
}
