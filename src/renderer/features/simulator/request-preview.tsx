import { useState } from 'react'
import { typedTarget } from '../../../core/compose.ts'
import { words } from '../../../words/words.ts'
import { base64ToHex, latin1ToBase64 } from '../../lib/bytes.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { VisibleText } from '../../ui/visible-text.tsx'
import { type ComposedRequest, type Composition, wireBytes } from './composition.ts'

const BY = ['composed', 'hand'] as const
const VIEWS = ['text', 'hex'] as const

/** What will stand on the wire: the target (composed, or edited by hand), the whole URL, and the bytes. */
export function RequestPreview({
  form,
  request,
  base,
  onChange,
}: {
  form: Composition
  request: ComposedRequest
  /** Null while no place is known. */
  base: string | null
  onChange: (form: Composition) => void
}) {
  const [view, setView] = useState<(typeof VIEWS)[number]>('text')
  const w = words().simulator.preview
  const [, host = '…', prefix = ''] = /^https?:\/\/([^/]*)(.*)$/.exec(base ?? '') ?? []
  const wire = wireBytes(form.method, host, request, prefix)
  const whole = base === null ? null : `${base}${request.target}`
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-col gap-1.5">
        <Segmented
          label={w.target}
          size="s"
          value={form.rawTarget === null ? 'composed' : 'hand'}
          options={BY.map((value) => ({ value, label: w.by[value] }))}
          onChange={(by) => onChange({ ...form, rawTarget: by === 'hand' ? request.target : null })}
        />
        {form.rawTarget === null && request.errors.target !== undefined && (
          <p role="alert" className="text-s text-fail">
            {request.errors.target}
          </p>
        )}
        {form.rawTarget === null ? (
          <p
            aria-label={w.target}
            className="rounded-m border border-line bg-sunken px-2.5 py-2 font-mono text-s break-all"
          >
            <VisibleText text={request.target} max={4000} />
          </p>
        ) : (
          <TextField
            label={w.targetByHand}
            hideLabel
            mono
            rows={3}
            value={form.rawTarget}
            error={request.errors.target}
            hint={typedTarget(form.rawTarget) === form.rawTarget ? null : w.rawUtf8}
            onChange={(text) => onChange({ ...form, rawTarget: text.replace(/[\r\n]+/g, '') })}
          />
        )}
      </div>
      {whole !== null && (
        <div className="flex items-start gap-1">
          <p aria-label={w.wholeUrl} className="min-w-0 flex-1 py-1 font-mono text-s break-all text-muted">
            <VisibleText text={whole} max={4000} />
          </p>
          <CopyButton text={whole} label={w.copyUrl} size="s" />
        </div>
      )}
      <div className="flex flex-col gap-1.5">
        <div className="flex items-center gap-2">
          <span className="text-s font-medium text-muted">{w.bytes}</span>
          <Segmented
            label={w.bytesAs}
            size="s"
            value={view}
            options={VIEWS.map((value) => ({ value, label: w.views[value] }))}
            onChange={setView}
          />
        </div>
        <pre
          aria-label={w.bytes}
          className="max-h-60 overflow-auto rounded-m border border-line bg-sunken px-2.5 py-2 font-mono text-s break-all whitespace-pre-wrap"
        >
          {view === 'hex' ? base64ToHex(latin1ToBase64(wire.slice(0, 8192))) : <WireText text={wire} />}
        </pre>
      </div>
    </div>
  )
}

function WireText({ text }: { text: string }) {
  // The end of a line stands as it is sent, and then begins a new one.
  return text
    .slice(0, 20_000)
    .split(/(?<=\n)/)
    .map((line, index) => (
      <span key={`${String(index)} ${line}`}>
        <VisibleText text={line} />
        {line.endsWith('\n') && '\n'}
      </span>
    ))
}
