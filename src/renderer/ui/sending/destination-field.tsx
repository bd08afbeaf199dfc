import { TriangleAlert } from 'lucide-react'
import { type Destination, type DestinationDraft, TO_RECEIVER } from '../../lib/destination.ts'
import { Checkbox } from '../checkbox.tsx'
import { Segmented } from '../segmented.tsx'
import { TextField } from '../text-field.tsx'

const KINDS = [
  { value: 'public', label: 'Public URL' },
  { value: 'receiver', label: 'Local receiver' },
  { value: 'url', label: 'Your backend' },
] as const

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
  const { url, problem, foreignHost } = destination
  // An empty field is not wrong yet: it waits to be filled in.
  const typed = draft.kind === 'url' && draft.url !== ''
  return (
    <div className="flex flex-col gap-2">
      <Segmented label="Send to" value={draft.kind} options={KINDS} onChange={(kind) => onChange({ ...draft, kind })} />
      {draft.kind === 'url' ? (
        <TextField
          label="Your backend’s URL"
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
              <strong className="font-semibold break-all">{foreignHost}</strong> is not on this computer or its network.
              What it gets may credit users for real.
            </span>
          </p>
          <Checkbox
            label={`Send to ${foreignHost}: it is mine, or its owner agreed`}
            checked={draft.confirmedHost === foreignHost}
            onChange={(yes) => onChange({ ...draft, confirmedHost: yes ? foreignHost : null })}
          />
        </div>
      )}
    </div>
  )
}
