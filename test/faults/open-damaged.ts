/** A damaged history opened, salvaged to its end and read as the store's threads do it, but without threads: fast. */
import { EVERYTHING } from '../../src/core/filter.ts'
import type { PostbackDetail } from '../../src/core/postback.ts'
import type { CommitResult } from '../../src/services/store/messages.ts'
import { Reader } from '../../src/services/store/reader.ts'
import { Writer } from '../../src/services/store/writer.ts'
import { aCapturedRequest, OK_REPLY } from '../support/builders.ts'

/** A slice that fails is tried again; so often here. */
const MOST_FAILURES = 3
const LATEST = 8_640_000_000_000_000

export interface OpenedDamaged {
  /** Of the capture that was made before anything was salvaged. */
  readonly newId: number
  readonly rows: ReadonlyMap<number, PostbackDetail>
  readonly told: string
  readonly others: Others
}

/** All that a history holds beside its requests. */
export interface Others {
  readonly endpoints: unknown
  readonly settings: unknown
  readonly memo: unknown
  readonly marks: unknown
  readonly forwards: unknown
  readonly expectations: unknown
  readonly conformance: readonly unknown[]
  readonly outages: readonly unknown[]
}

export function openDamaged(folder: string): OpenedDamaged {
  const options = { folder, appVersion: '1.2.3', startedAt: Date.now(), again: false, damaged: null, maxPages: null }
  let writer = new Writer(options)
  try {
    let result = capture(writer)
    if (result.refusal?.damaged === true) {
      writer.end()
      writer = new Writer({ ...options, again: true, damaged: result.refusal.message })
      result = capture(writer)
    }
    const [first] = result.results
    if (first?.ok !== true) throw new Error(`The capture was refused: ${JSON.stringify(result)}`)
    settle(writer)
    const newId = first.summary.id
    const told = writer.notices().map(({ text }) => text)
    const { rows, others } = readHistory(folder)
    rows.delete(newId)
    return { newId, rows, told: told.join(' '), others }
  } finally {
    writer.close(Date.now())
  }
}

/** Every request, and all the rest, of a history that is whole. */
export function readHistory(folder: string): { rows: Map<number, PostbackDetail>; others: Others } {
  const reader = new Reader({ folder, stopping: new SharedArrayBuffer(4) })
  try {
    const calls = reader.handlers()
    const rows = new Map<number, PostbackDetail>()
    for (let after: number | null = 0; after !== null; ) {
      const batch = calls.exportBatch({ filter: EVERYTHING, after, until: null })
      for (const row of batch.items) rows.set(row.id, row)
      after = batch.after
    }
    const runs = calls.conformanceHeads(null).map(({ id }) => calls.conformanceRun({ id }))
    const others: Others = {
      endpoints: calls.endpoints(null),
      settings: calls.settings(null),
      memo: calls.memo({ name: 'tunnel-name' }),
      marks: [...rows.values()].filter(({ mark }) => mark.pinned).map(({ id, mark }) => ({ id, mark })),
      forwards: calls.forwardAttempts({ postbackId: 4 }),
      expectations: calls.expectationPage({ which: 'all', cursor: null, limit: 100 }).items,
      conformance: runs,
      outages: calls.outages({ from: 0, to: LATEST }),
    }
    return { rows, others }
  } finally {
    reader.close()
  }
}

function capture(writer: Writer): CommitResult {
  const request = aCapturedRequest({ target: '/hitpoint?user_id=new&reward_amount=1' })
  return writer.commit([{ request, reply: OK_REPLY }], [], null)
}

/** Until nothing is being saved or read again any more. */
export function settle(writer: Writer): void {
  let failures = 0
  while (writer.salvaging || writer.rereadProgress().state === 'running') {
    try {
      if (writer.salvaging) writer.salvageSlice()
      else writer.rereadSlice()
    } catch (error) {
      failures += 1
      if (failures === MOST_FAILURES) throw error
    }
  }
}
