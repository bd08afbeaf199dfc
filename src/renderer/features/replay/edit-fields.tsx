import type { PostbackDetail } from '../../../core/postback.ts'
import { formatPlural } from '../../lib/format.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { MOST_EDITABLE_BASE64, type ReadReplay, type ReplayDraft } from './replay-draft.ts'

const BODY_FORMS = [
  { value: 'stored', label: 'As stored' },
  { value: 'text', label: 'Text' },
  { value: 'hex', label: 'Hex' },
] as const

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
  const headerLines = Math.min(10, Math.max(3, read.headers.split('\n').length))
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-[6rem_1fr] items-start gap-3">
        <TextField
          label="Method"
          mono
          value={read.method}
          error={errors.method}
          onChange={(method) => onChange({ ...draft, method })}
        />
        <TextField
          label="Target"
          mono
          rows={3}
          value={read.target}
          error={errors.target}
          // A line end is no part of a target; pasting brings one along.
          onChange={(target) => onChange({ ...draft, target: target.replace(/[\r\n]+/g, '') })}
        />
      </div>
      <TextField
        label="Headers"
        mono
        rows={headerLines}
        value={read.headers}
        error={errors.headers}
        hint="One a line. Content-Length and what concerns the connection are set by the sender."
        onChange={(headers) => onChange({ ...draft, headers })}
      />
      <div className="flex flex-col gap-1.5">
        <div className="flex items-center gap-2">
          <span className="text-s font-medium text-muted">Body</span>
          {detail.bodyBase64.length <= MOST_EDITABLE_BASE64 && (
            <Segmented
              label="Body as"
              size="s"
              value={draft.bodyForm}
              options={BODY_FORMS}
              onChange={(bodyForm) => onChange({ ...draft, bodyForm })}
            />
          )}
          {draft.bodyForm === 'stored' && (
            <span className="text-s text-muted">{formatPlural(detail.bodyLength, 'byte')}, byte for byte</span>
          )}
        </div>
        {draft.bodyForm === 'text' && (
          <TextField
            label="Body as text"
            hideLabel
            mono
            rows={5}
            value={draft.text}
            error={errors.body}
            hint={detail.bodyBase64 === '' ? null : 'Sent as UTF-8; line ends become LF. Hex keeps every byte.'}
            onChange={(text) => onChange({ ...draft, text })}
          />
        )}
        {draft.bodyForm === 'hex' && (
          <TextField
            label="Body as hex"
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
