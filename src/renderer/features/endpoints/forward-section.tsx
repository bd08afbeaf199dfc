import { TriangleAlert } from 'lucide-react'
import type { Endpoint } from '../../../core/endpoint.ts'
import { effectivePath } from '../../../core/secret-path.ts'
import { readTargetUrl } from '../../../core/target-url.ts'
import { words } from '../../../words/words.ts'
import type { ForwardForm } from '../../lib/forward-form.ts'
import type { EndpointFormState } from '../../lib/use-endpoint-form.ts'
import { Pieces } from '../../ui/pieces.tsx'
import { Section } from '../../ui/section.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TextField } from '../../ui/text-field.tsx'

const MODES: readonly ForwardForm['mode'][] = ['off', 'observe', 'relay']

/** Where an endpoint's postbacks go on to: the user's own backend. */
export function ForwardSection({ endpoint, state }: { endpoint: Endpoint; state: EndpointFormState }) {
  const w = words().endpoints.forward
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
    <Section title={w.title} description={w.text}>
      <div className="flex flex-col gap-1">
        <Segmented
          label={w.mode}
          value={forward.mode}
          options={MODES.map((value) => ({ value, label: w.modes[value] }))}
          onChange={setMode}
        />
        <p className="text-s text-muted">{w.modeTexts[forward.mode]}</p>
      </div>
      <TextField
        label={w.url}
        mono
        placeholder="http://127.0.0.1:3000"
        hint={
          target.ok && (
            <Pieces
              of={w.goesTo(
                <span className="font-mono break-all">
                  {target.url.origin}
                  {target.url.path === '/' ? effectivePath(endpoint) : target.url.path}?…
                </span>,
                target.url.path === '/',
              )}
            />
          )
        }
        {...text('url')}
      />
      {target.ok && !target.url.local && (
        <p role="status" className="flex items-start gap-2 rounded-m border border-warn-line bg-warn-soft px-3 py-2">
          <TriangleAlert aria-hidden="true" size={15} className="mt-[3px] shrink-0 text-warn" />
          <span className="min-w-0">
            <Pieces of={w.elsewhere(<strong className="font-semibold break-all">{target.url.host}</strong>)} />
          </span>
        </p>
      )}
      <div className="grid grid-cols-2 gap-3">
        <TextField label={w.timeout} numeric {...text('timeoutMs')} />
        {forward.mode === 'observe' && (
          <TextField label={w.retries} numeric hint={w.retriesHint} {...text('retries')} />
        )}
      </div>
    </Section>
  )
}
