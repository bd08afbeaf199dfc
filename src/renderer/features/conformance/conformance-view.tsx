import { useState } from 'react'
import type { ConformanceVerdict } from '../../../core/conformance/run.ts'
import { countVerdicts, verdictOf } from '../../../core/conformance/verdicts.ts'
import { SCENARIO_GROUPS, scenarioGroupTitle } from '../../../core/scenarios/scenario.ts'
import { words } from '../../../words/words.ts'
import { formatMoment } from '../../lib/format.ts'
import { useNow } from '../../lib/use-now.ts'
import { useShowNew } from '../../lib/use-show-new.ts'
import { Section } from '../../ui/section.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { RunSummary } from './run-summary.tsx'
import { ScenarioResultCard } from './scenario-result.tsx'
import { StartForm } from './start-form.tsx'
import { type ConformanceState, useConformance } from './use-conformance.ts'

/** The conformance check of the user's backend: start it, watch it, answer what only they can see, take the report. */
export function ConformanceView() {
  const w = words().conformance
  const state = useConformance()
  const { run } = state
  const running = run?.state === 'running'
  const result = useShowNew<HTMLDivElement>(running ? run.id : null, false)
  return (
    <>
      <Section title={w.title} description={w.description}>
        <StartForm running={running} onStart={(options) => state.start(options)} />
      </Section>
      {run !== null && (
        <div ref={result} className="border-t border-line pt-4">
          <Section title={w.results}>
            {state.heads.length > 1 && !running && <RunChooser state={state} />}
            <RunSummary
              key={run.id}
              run={run}
              current={state.current}
              onCancel={() => state.cancel()}
              onSave={(format) => state.save(format)}
            />
            <Results key={`results ${run.id}`} state={state} />
          </Section>
        </div>
      )}
    </>
  )
}

function RunChooser({ state }: { state: ConformanceState }) {
  const w = words().conformance
  const now = useNow()
  return (
    <SelectField
      label={w.check}
      size="s"
      value={state.run?.id ?? ''}
      options={state.heads.map(({ id, startedAt, url, counts }) => ({
        value: id,
        label: w.checkOption(formatMoment(startedAt, now), url, counts.fail, counts.pass),
      }))}
      onChange={(runId) => state.show(runId)}
    />
  )
}

type Shown = 'all' | 'problems' | 'ask'
const IS_SHOWN: Record<Shown, (verdict: ConformanceVerdict) => boolean> = {
  all: () => true,
  problems: (verdict) => verdict === 'fail' || verdict === 'warning',
  ask: (verdict) => verdict === 'ask',
}

function Results({ state }: { state: ConformanceState }) {
  const [shown, setShown] = useState<Shown>('all')
  const { run } = state
  if (run === null || run.results.length === 0) return null
  const { shown: w } = words().conformance
  const counts = countVerdicts(run.results)
  const none = !run.results.some((result) => IS_SHOWN[shown](verdictOf(result)))
  return (
    <>
      <Segmented
        label={w.label}
        size="s"
        value={shown}
        options={[
          { value: 'all', label: w.all(run.results.length) },
          { value: 'problems', label: w.problems(counts.fail + counts.warning) },
          { value: 'ask', label: w.ask(counts.ask) },
        ]}
        onChange={setShown}
      />
      {none && <p className="text-muted">{w.none}</p>}
      {SCENARIO_GROUPS.map((group) => {
        const title = scenarioGroupTitle(group)
        const own = run.results.filter((result) => result.group === group && IS_SHOWN[shown](verdictOf(result)))
        return own.length === 0 ? null : (
          <section key={group} aria-label={title} className="flex flex-col gap-2">
            <h2 className="text-s font-medium text-muted">{title}</h2>
            {own.map((result) => (
              <ScenarioResultCard
                key={result.scenarioId}
                result={result}
                answerable={run.state !== 'running'}
                onAnswer={(scenarioId, questionId, value) => state.answer(scenarioId, questionId, value)}
              />
            ))}
          </section>
        )
      })}
    </>
  )
}
