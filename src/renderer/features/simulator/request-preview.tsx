import { useState } from 'react'
import { typedTarget } from '../../../core/compose.ts'
import { base64ToHex, latin1ToBase64 } from '../../lib/bytes.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { VisibleText } from '../../ui/visible-text.tsx'
import { type ComposedRequest, type Composition, wireBytes } from './composition.ts'

const BY = [
  { value: 'composed', label: 'Composed' },
  { value: 'hand', label: 'By hand' },
] as const
const VIEWS = [
  { value: 'text', label: 'Text' },
  { value: 'hex', label: 'Hex' },
] as const

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
  const [view, setView] = useState<'text' | 'hex'>('text')
  const [, host = '…', prefix = ''] = /^https?:\/\/([^/]*)(.*)$/.exec(base ?? '') ?? []
  const wire = wireBytes(form.method, host, request, prefix)
  const whole = base === null ? null : `${base}${request.target}`
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-col gap-1.5">
        <Segmented
          label="Target"
          size="s"
          value={form.rawTarget === null ? 'composed' : 'hand'}
          options={BY}
          onChange={(by) => onChange({ ...form, rawTarget: by === 'hand' ? request.target : null })}
        />
        {form.rawTarget === null && request.errors.target !== undefined && (
          <p role="alert" className="text-s text-fail">
            {request.errors.target}
          </p>
        )}
        {form.rawTarget === null ? (
          <p
            aria-label="Target"
            className="rounded-m border border-line bg-sunken px-2.5 py-2 font-mono text-s break-all"
          >
            <VisibleText text={request.target} max={4000} />
          </p>
        ) : (
          <TextField
            label="Target by hand"
            hideLabel
            mono
            rows={3}
            value={form.rawTarget}
            error={request.errors.target}
            hint={
              typedTarget(form.rawTarget) === form.rawTarget ? null : 'What is not ASCII goes out as raw UTF-8 bytes.'
            }
            onChange={(text) => onChange({ ...form, rawTarget: text.replace(/[\r\n]+/g, '') })}
          />
        )}
      </div>
      {whole !== null && (
        <div className="flex items-start gap-1">
          <p aria-label="Whole URL" className="min-w-0 flex-1 py-1 font-mono text-s break-all text-muted">
            <VisibleText text={whole} max={4000} />
          </p>
          <CopyButton text={whole} label="Copy the URL" size="s" />
        </div>
      )}
      <div className="flex flex-col gap-1.5">
        <div className="flex items-center gap-2">
          <span className="text-s font-medium text-muted">Bytes on the wire</span>
          <Segmented label="Bytes as" size="s" value={view} options={VIEWS} onChange={setView} />
        </div>
        <pre
          aria-label="Bytes on the wire"
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
