import { TriangleAlert } from 'lucide-react'
import type { Endpoint } from '../../../core/endpoint.ts'
import { effectivePath } from '../../../core/secret-path.ts'
import { readTargetUrl } from '../../../core/target-url.ts'
import type { ForwardForm } from '../../lib/forward-form.ts'
import type { EndpointFormState } from '../../lib/use-endpoint-form.ts'
import { Section } from '../../ui/section.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TextField } from '../../ui/text-field.tsx'

const MODES = [
  { value: 'off', label: 'Off' },
  { value: 'observe', label: 'Observe' },
  { value: 'relay', label: 'Relay' },
] as const

const WHAT: Record<ForwardForm['mode'], string> = {
  off: 'Postbacks end here. With a URL you can still forward single ones by hand.',
  observe: 'The sender gets the reply above at once; your backend gets the postback beside, and again where it fails.',
  relay: 'The sender gets your backend’s own reply. The reply and the reply script above are not used meanwhile.',
}

/** Where an endpoint's postbacks go on to: the user's own backend. */
export function ForwardSection({ endpoint, state }: { endpoint: Endpoint; state: EndpointFormState }) {
  const { forward } = state.form
  const target = readTargetUrl(forward.url)
  const text = (key: 'url' | 'timeoutMs' | 'retries') => ({
    value: forward[key],
    onChange: (value: string) => state.change((form) => ({ ...form, forward: { ...form.forward, [key]: value } })),
    onCommit: state.commit,
    error: state.errors[`forward.${key}`],
  })
  const setMode = (mode: ForwardForm['mode']): void =>
    state.apply((form) => ({ ...form, forward: { ...form.forward, mode } }))
  return (
    <Section title="Forward" description="Hands postbacks on to your own backend, byte for byte. Noise never goes on.">
      <div className="flex flex-col gap-1">
        <Segmented label="Forwarding" value={forward.mode} options={MODES} onChange={setMode} />
        <p className="text-s text-muted">{WHAT[forward.mode]}</p>
      </div>
      <TextField
        label="URL of your backend"
        mono
        placeholder="http://127.0.0.1:3000"
        hint={
          target.ok && (
            <>
              Postbacks go to{' '}
              <span className="font-mono break-all">
                {target.url.origin}
                {target.url.path === '/' ? effectivePath(endpoint) : target.url.path}?…
              </span>
              {target.url.path === '/' && ', the path that was asked for'}. The query stays as it is.
            </>
          )
        }
        {...text('url')}
      />
      {target.ok && !target.url.local && (
        <p role="status" className="flex items-start gap-2 rounded-m border border-warn-line bg-warn-soft px-3 py-2">
          <TriangleAlert aria-hidden="true" size={15} className="mt-[3px] shrink-0 text-warn" />
          <span className="min-w-0">
            <strong className="font-semibold break-all">{target.url.host}</strong> is not on this computer or its
            network. What it gets may credit users for real: forward only to a server that is yours.
          </span>
        </p>
      )}
      <div className="grid grid-cols-2 gap-3">
        <TextField label="Time-out in ms" numeric {...text('timeoutMs')} />
        {forward.mode === 'observe' && (
          <TextField
            label="Retries"
            numeric
            hint="After no reply, a 5xx or a 429, with growing pauses."
            {...text('retries')}
          />
        )}
      </div>
    </Section>
  )
}
