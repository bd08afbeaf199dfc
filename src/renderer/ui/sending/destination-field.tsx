import { TriangleAlert } from 'lucide-react'
import type { Place } from '../../../core/sending.ts'
import { words } from '../../../words/words.ts'
import { type Destination, type DestinationDraft, TO_RECEIVER } from '../../lib/destination.ts'
import { Checkbox } from '../checkbox.tsx'
import { Pieces } from '../pieces.tsx'
import { Segmented } from '../segmented.tsx'
import { TextField } from '../text-field.tsx'

const KINDS: readonly Place['kind'][] = ['public', 'receiver', 'url']

/** Where to send, and the warning before a host that is not local. */
export function DestinationField({
  draft,
  destination,
  onChange,
  error,
  hint,
}: {
  draft: DestinationDraft
  destination: Destination
  onChange: (draft: DestinationDraft) => void
  /** The host's own refusal. */
  error?: string | null
  hint?: string
}) {
  const w = words().ui.sending
  const { url, problem, foreignHost } = destination
  // An empty field is not wrong yet: it waits to be filled in.
  const typed = draft.kind === 'url' && draft.url !== ''
  return (
    <div className="flex flex-col gap-2">
      <Segmented
        label={w.to}
        value={draft.kind}
        options={KINDS.map((kind) => ({ value: kind, label: w.places[kind] }))}
        onChange={(kind) => onChange({ ...draft, kind })}
      />
      {draft.kind === 'url' ? (
        <TextField
          label={w.backendUrl}
          mono
          placeholder="http://127.0.0.1:3000/hitpoint"
          value={draft.url}
          error={(typed ? problem : null) ?? error}
          hint={hint}
          onChange={(next) => onChange({ ...draft, url: next, confirmedHost: TO_RECEIVER.confirmedHost })}
        />
      ) : (
        <p className="text-s text-muted">{problem ?? <span className="font-mono break-all">{url?.origin}</span>}</p>
      )}
      {foreignHost !== null && (
        <div className="flex flex-col gap-1.5 rounded-m border border-warn-line bg-warn-soft px-3 py-2" role="alert">
          <p className="flex items-start gap-2">
            <TriangleAlert aria-hidden="true" size={15} className="mt-[3px] shrink-0 text-warn" />
            <span className="min-w-0">
              <Pieces of={w.foreign(<strong className="font-semibold break-all">{foreignHost}</strong>)} />
            </span>
          </p>
          <Checkbox
            label={w.confirm(foreignHost)}
            checked={draft.confirmedHost === foreignHost}
            onChange={(yes) => onChange({ ...draft, confirmedHost: yes ? foreignHost : null })}
          />
        </div>
      )}
    </div>
  )
}
