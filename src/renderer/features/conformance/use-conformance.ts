import { useEffect, useState } from 'react'
import type { Client } from '../../../contract/client.ts'
import { CallError } from '../../../contract/errors.ts'
import type { EventPayload } from '../../../contract/events.ts'
import type { ConformanceOptions } from '../../../core/conformance/options.ts'
import type { ConformanceRun, ConformanceRunHead } from '../../../core/conformance/run.ts'
import { words } from '../../../words/words.ts'
import { useClient, useOnEvent, useOnResync } from '../../lib/inspector.tsx'
import { say, sentenceOf } from '../../lib/messages.ts'
import { announce } from '../../ui/live-region.tsx'
import { prefill } from './form-state.ts'
import { saveFile } from './save-file.ts'

/** The run that is shown, with what can be done to it. */
export interface ConformanceState {
  readonly run: ConformanceRun | null
  /** The title of the scenario that is run now. */
  readonly current: string | null
  readonly heads: readonly ConformanceRunHead[]
  /** Null where it started. */
  start(options: ConformanceOptions): Promise<CallError | null>
  cancel(): void
  show(runId: string): void
  answer(scenarioId: string, questionId: string, value: string | null): void
  save(format: 'html' | 'json'): void
}

interface Shown {
  readonly run: ConformanceRun | null
  readonly heads: readonly ConformanceRunHead[]
}

/** The list of runs, and the wanted one or the newest. */
async function load(client: Client, runId: string | null): Promise<Shown> {
  const heads = await client.call('conformance.latest', {})
  const wanted = runId ?? heads[0]?.id
  return { heads, run: wanted === undefined ? null : await client.call('conformance.run', { runId: wanted }) }
}

function sayError(error: unknown): void {
  say(sentenceOf(error), { severity: 'error', subject: 'conformance' })
}

export function useConformance(): ConformanceState {
  const client = useClient()
  const [{ run, heads }, setShown] = useState<Shown>({ run: null, heads: [] })
  const [current, setCurrent] = useState<string | null>(null)
  const setRun = (next: ConformanceRun): void => setShown((shown) => ({ ...shown, run: next }))
  const read = (runId: string | null): void => void load(client, runId).then(setShown, sayError)

  useEffect(() => {
    let stopped = false
    const show = (shown: Shown): void => {
      if (stopped) return
      if (shown.run !== null) prefill(shown.run)
      setShown(shown)
    }
    load(client, null).then(show, sayError)
    return () => {
      stopped = true
    }
  }, [client])
  useOnResync(() => read(run?.id ?? null))

  useOnEvent('conformance.progressed', (progress) => {
    setCurrent(progress.state === 'running' ? (progress.current ?? current) : null)
    setShown((shown) =>
      shown.run?.id === progress.runId ? { ...shown, run: withProgress(shown.run, progress) } : shown,
    )
    if (progress.state === 'running') return
    announce(progress.why ?? words().conformance.ended)
    read(run?.id ?? progress.runId)
  })

  return {
    run,
    current,
    heads,
    async start(options) {
      try {
        setRun(await client.call('conformance.start', { options }))
        return null
      } catch (error) {
        return error instanceof CallError ? error : new CallError('internal', sentenceOf(error))
      }
    },
    cancel() {
      if (run !== null) client.call('conformance.cancel', { runId: run.id }).catch(sayError)
    },
    show: read,
    answer(scenarioId, questionId, value) {
      if (run === null) return
      client.call('conformance.answer', { runId: run.id, scenarioId, questionId, value }).then(setRun, sayError)
    },
    save(format) {
      if (run === null) return
      client
        .call('conformance.report', { runId: run.id, format })
        .then(({ fileName, mediaType, text }) => saveFile(fileName, mediaType, text), sayError)
    },
  }
}

function withProgress(run: ConformanceRun, progress: EventPayload<'conformance.progressed'>): ConformanceRun {
  const { state, why, endedAt, result } = progress
  const known = result === null || run.results.some(({ scenarioId }) => scenarioId === result.scenarioId)
  return { ...run, state, why, endedAt, results: known ? run.results : [...run.results, result] }
}
