/** The check of a running inspector: one at a time, the latest kept with their answers. */
import { describe, expect, it, onTestFinished } from 'vitest'
import { type ConformanceControl, createConformanceControl } from '../../../src/app/conformance.ts'
import { createOutgoingDesk } from '../../../src/app/outgoing-desk.ts'
import { createEventLog } from '../../../src/contract/event-log.ts'
import type { EventPayload } from '../../../src/contract/events.ts'
import type { ConformanceRun } from '../../../src/core/conformance/run.ts'
import { verdictOf } from '../../../src/core/conformance/verdicts.ts'
import { MOST_RUNS } from '../../../src/core/conformance-records.ts'
import type { PostbackStore } from '../../../src/core/ports.ts'
import { createHttpSender } from '../../../src/services/forwarder/http-sender.ts'
import { exactBackend } from '../../support/backends/exact-backend.ts'
import { openStore } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { aBackend, optionsFor } from './running.ts'

type Progress = EventPayload<'conformance.progressed'>

function aControl(store: PostbackStore) {
  const sender = createHttpSender()
  const nowhere = { status: { url: null } }
  const desk = createOutgoingDesk({ sender, receiver: nowhere, tunnel: nowhere })
  const log = createEventLog('log-1')
  const bugs: unknown[] = []
  const control = createConformanceControl({
    ...{ desk, records: store.conformance, version: '1.2.3', onBug: (error) => bugs.push(error) },
    emit: (event, payload) => log.emit(event, payload),
  })
  onTestFinished(async () => {
    await control.close()
    desk.close()
    sender.close()
  })
  const progress = (): readonly Progress[] =>
    (log.after(0, Number.POSITIVE_INFINITY) ?? []).flatMap((logged) =>
      logged.event === 'conformance.progressed' ? [logged.payload] : [],
    )
  return { control, progress, bugs }
}

async function ended(control: ConformanceControl, runId: string): Promise<ConformanceRun> {
  await expect.poll(async () => (await control.run(runId))?.state, { timeout: 10_000 }).not.toBe('running')
  const run = await control.run(runId)
  if (run === null) throw new Error('the run is gone')
  return run
}

const silent = () =>
  aBackend({ credit: () => new Promise(() => undefined), balance: () => ({ status: 500, body: '' }) })

describe('a check', () => {
  it('tells each scenario as it begins and ends, and is kept with its answers over a restart', async () => {
    const folder = await tempFolder()
    const store = await openStore({ folder })
    const backend = await aBackend(exactBackend({ once: true, talks: false }))
    const { control, progress, bugs } = aControl(store)
    const scenarioIds = ['first-delivery', 'zero']
    const { id } = control.start(optionsFor(backend.url, { scenarioIds }))
    const run = await ended(control, id)
    expect(run.results.map((result) => result.scenarioId)).toEqual(scenarioIds)
    await expect.poll(() => progress().at(-1)?.state).toBe('finished')
    expect(progress().map(({ done, current, result }) => [done, current, result?.scenarioId ?? null])).toEqual([
      [0, 'First delivery', null],
      [1, null, 'first-delivery'],
      [1, 'Amount 0', null],
      [2, null, 'zero'],
      [2, null, null],
    ])
    const answer = { scenarioId: 'first-delivery', questionId: 'credited-once', value: 'once' }
    await expect(control.answer(id, { ...answer, value: 'perhaps' })).rejects.toMatchObject({ code: 'not-found' })
    expect((await control.answer(id, answer)).results.map(verdictOf)).toEqual(['pass', 'pass'])
    await store.close()
    const again = await openStore({ folder })
    expect((await again.conformance.byId(id))?.results.map(verdictOf)).toEqual(['pass', 'pass'])
    expect(await again.conformance.latest()).toMatchObject([{ id, counts: { pass: 2, ask: 0 }, state: 'finished' }])
    expect(bugs).toEqual([])
  })

  it('is refused while another is under way, and can be cancelled', async () => {
    const { control, bugs } = aControl(await openStore({ folder: await tempFolder() }))
    const backend = await silent()
    const { id } = control.start(optionsFor(backend.url))
    expect(() => control.start(optionsFor(backend.url))).toThrow('A check is under way')
    expect(await control.latest()).toMatchObject([{ id, state: 'running' }])
    control.cancel(id)
    expect(await ended(control, id)).toMatchObject({ state: 'cancelled', results: [] })
    await expect.poll(() => control.latest()).toMatchObject([{ id, state: 'cancelled' }])
    expect(bugs).toEqual([])
  })

  it('that is under way when the inspector ends is kept as cancelled', async () => {
    const store = await openStore({ folder: await tempFolder() })
    const { control } = aControl(store)
    const { id } = control.start(optionsFor((await silent()).url))
    await control.close()
    expect(await store.conformance.byId(id)).toMatchObject({ state: 'cancelled' })
  })

  it('lets the oldest go where there are too many', async () => {
    const store = await openStore({ folder: await tempFolder() })
    const { control } = aControl(store)
    const { id } = control.start(optionsFor((await silent()).url))
    await control.close()
    const kept = await store.conformance.byId(id)
    if (kept === null) throw new Error('nothing kept')
    for (let n = 1; n <= MOST_RUNS; n += 1) {
      await store.conformance.save({ ...kept, id: `run-${String(n)}`, startedAt: kept.startedAt + n })
    }
    const latest = await store.conformance.latest()
    expect(latest).toHaveLength(MOST_RUNS)
    expect(latest[0]?.id).toBe(`run-${String(MOST_RUNS)}`)
    expect(await store.conformance.byId(id)).toBeNull()
  })
})
