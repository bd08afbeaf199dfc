import { ListPlus, Plus, RotateCcw } from 'lucide-react'
import type { Endpoint } from '../../../core/endpoint.ts'
import { words } from '../../../words/words.ts'
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

const AFTER_LAST: readonly ReplyScriptForm['afterLast'][] = ['endpoint-reply', 'repeat-last', 'start-over']

/** Replies in turn, one a postback: how one finds out what a sender does after an error, a silence, a reset. */
export function ReplyScript({ endpoint, state }: { endpoint: Endpoint; state: EndpointFormState }) {
  const client = useClient()
  const w = words().endpoints.script
  const presets = words().ui.scriptPresets
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
      say(w.startedOver, { subject: `script ${endpoint.id}` })
    } catch (error) {
      say(w.notStartedOver(sentenceOf(error)), { severity: 'error' })
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
      title={w.title}
      description={w.text}
      actions={
        <Menu
          label={w.ready}
          trigger={
            <Button size="s" icon={<ListPlus aria-hidden="true" size={13} />}>
              {w.useReady}
            </Button>
          }
          items={SCRIPT_PRESETS.map(({ name, script: preset }) => ({
            label: presets[name],
            run: () => apply(() => preset),
          }))}
        />
      }
    >
      {SCRIPT_PRESETS.map(({ name, script: preset }) => (
        <PresetAction key={name} name={name} run={() => apply(() => preset)} />
      ))}
      {script.steps.length > 0 && (
        <ol aria-label={w.steps} className="flex flex-col gap-2">
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
          {w.addStep}
        </Button>
        {script.steps.length > 0 && (
          <SelectField
            label={w.afterLast}
            size="s"
            className="w-64"
            value={script.afterLast}
            options={AFTER_LAST.map((value) => ({ value, label: w.afterLastWays[value] }))}
            onChange={(afterLast) => apply((now) => ({ ...now, afterLast }))}
          />
        )}
      </div>
      {running && endpoint.forward.mode === 'relay' && <p className="text-s text-warn">{w.rests}</p>}
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
            {w.startOver}
          </Button>
        </div>
      )}
    </Section>
  )
}

/** A ready script in the palette. Draws nothing. */
function PresetAction({ name, run }: { name: (typeof SCRIPT_PRESETS)[number]['name']; run: () => void }) {
  const { endpoints, ui, actions } = words()
  const title = endpoints.script.use(ui.scriptPresets[name])
  useAction({ id: `script.use:${name}`, title, group: actions.groups.endpoints, run })
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
