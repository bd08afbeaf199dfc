import { ListPlus, Plus, RotateCcw } from 'lucide-react'
import type { Endpoint } from '../../../core/endpoint.ts'
import type { EndpointForm } from '../../lib/endpoint-form.ts'
import { useClient } from '../../lib/inspector.tsx'
import { useAction } from '../../lib/keys.ts'
import { say, sentenceOf } from '../../lib/messages.ts'
import { placed } from '../../lib/placed.ts'
import { NEW_STEP, type ReplyScriptForm, type ReplyStepForm, SCRIPT_PRESETS } from '../../lib/reply-script-form.ts'
import type { EndpointFormState } from '../../lib/use-endpoint-form.ts'
import { Button } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Section } from '../../ui/section.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { ReplyStepRow } from './reply-step-row.tsx'
import { ScriptPosition } from './script-position.tsx'
import { useScriptPosition } from './use-script-position.ts'

const AFTER_LAST = [
  { value: 'endpoint-reply', label: 'the reply above' },
  { value: 'repeat-last', label: 'the last step again and again' },
  { value: 'start-over', label: 'the first step again' },
] as const

/** Replies in turn, one a postback: how one finds out what a sender does after an error, a silence, a reset. */
export function ReplyScript({ endpoint, state }: { endpoint: Endpoint; state: EndpointFormState }) {
  const client = useClient()
  const given = useScriptPosition(endpoint.id)
  const script = state.form.replyScript
  const running = endpoint.replyScript.steps.length > 0

  const apply = (change: (script: ReplyScriptForm) => ReplyScriptForm): void =>
    state.apply((form) => ({ ...form, replyScript: change(form.replyScript) }))
  const setSteps = (change: (steps: readonly ReplyStepForm[]) => readonly ReplyStepForm[]): void =>
    apply((now) => ({ ...now, steps: change(now.steps) }))
  const addStep = (): void => setSteps((steps) => [...steps, NEW_STEP])
  const startOver = async (): Promise<void> => {
    try {
      await client.call('endpoint.restartScript', { id: endpoint.id })
      say('The reply script starts over with its first step.', { subject: `script ${endpoint.id}` })
    } catch (error) {
      say(`Not started over: ${sentenceOf(error)}`, { severity: 'error' })
    }
  }
  useAction({
    id: 'script.addStep',
    run: addStep,
  })
  useAction(
    running
      ? {
          id: 'script.restart',
          run: () => void startOver(),
        }
      : null,
  )

  return (
    <Section
      title="Reply script"
      description="Replies in turn, one a postback, in place of the reply above. Probes and noise take no step."
      actions={
        <Menu
          label="Ready scripts"
          trigger={
            <Button size="s" icon={<ListPlus aria-hidden="true" size={13} />}>
              Use a ready script
            </Button>
          }
          items={SCRIPT_PRESETS.map(({ label, script: preset }) => ({ label, run: () => apply(() => preset) }))}
        />
      }
    >
      {SCRIPT_PRESETS.map(({ label, script: preset }) => (
        <PresetAction key={label} label={label} run={() => apply(() => preset)} />
      ))}
      {script.steps.length > 0 && (
        <ol aria-label="Steps" className="flex flex-col gap-2">
          {placed(script.steps).map(({ item, place }) => (
            <ReplyStepRow
              key={place}
              step={item}
              place={place}
              count={script.steps.length}
              error={(field) => errorOf(state, place, field)}
              onChange={(change) => state.change((form) => withStep(form, place, change))}
              onApply={(change) => state.apply((form) => withStep(form, place, change))}
              onCommit={state.commit}
              onMove={(to) => setSteps((steps) => moved(steps, place, to))}
              onRemove={() => setSteps((steps) => steps.filter((_, at) => at !== place))}
            />
          ))}
        </ol>
      )}
      <div className="flex flex-wrap items-end gap-2">
        <Button size="s" icon={<Plus aria-hidden="true" size={13} />} action="script.addStep" onClick={addStep}>
          Add step
        </Button>
        {script.steps.length > 0 && (
          <SelectField
            label="After the last step"
            size="s"
            className="w-64"
            value={script.afterLast}
            options={AFTER_LAST}
            onChange={(afterLast) => apply((now) => ({ ...now, afterLast }))}
          />
        )}
      </div>
      {running && endpoint.forward.mode === 'relay' && (
        <p className="text-s text-warn">
          The script rests: this endpoint relays, so the sender gets your backend’s reply and no step is taken.
        </p>
      )}
      {running && given !== null && (
        <div className="flex flex-wrap items-center gap-3">
          <ScriptPosition script={endpoint.replyScript} given={given} />
          <Button
            size="s"
            icon={<RotateCcw aria-hidden="true" size={13} />}
            action="script.restart"
            disabled={given === 0}
            onClick={() => void startOver()}
          >
            Start over
          </Button>
        </div>
      )}
    </Section>
  )
}

/** A ready script in the palette. Draws nothing. */
function PresetAction({ label, run }: { label: string; run: () => void }) {
  useAction({ id: `script.use:${label}`, title: `Use the reply script “${label}”`, group: 'Endpoints', run })
  return null
}

function withStep(form: EndpointForm, place: number, change: Partial<ReplyStepForm>): EndpointForm {
  const steps = form.replyScript.steps.map((step, at) => (at === place ? { ...step, ...change } : step))
  return { ...form, replyScript: { ...form.replyScript, steps } }
}

function errorOf(state: EndpointFormState, place: number, field: string): string | undefined {
  const key = `replyScript.steps.${String(place)}.${field}`
  // A header's error stands at its name or value; here all lines are one field.
  return Object.entries(state.errors).find(([at]) => at === key || at.startsWith(`${key}.`))?.[1]
}

function moved<T>(items: readonly T[], from: number, to: number): readonly T[] {
  const item = items[from]
  if (item === undefined || to < 0 || to >= items.length) return items
  return items.toSpliced(from, 1).toSpliced(to, 0, item)
}
