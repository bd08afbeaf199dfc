import type { Expectation } from '../core/expectation.ts'
import type { ExpectationRecords } from '../core/expectation-records.ts'
import { StoreError } from '../core/ports.ts'

const RETRY_AFTER_MS = 2_000

/** Writes outcomes in order; what a full disk refuses is tried again until it is written. */
export interface OutcomeWriter {
  write(expectation: Expectation): void
  /** Resolves when all that was told is written, or was refused just now. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** What is not written at the end is found out again at the next start, from the stored postbacks. */
export function createOutcomeWriter(
  records: Pick<ExpectationRecords, 'saveOutcome'>,
  onBug: (error: unknown) => void,
): OutcomeWriter {
  const unwritten = new Map<string, Expectation>()
  let working: Promise<void> | null = null
  let retry: ReturnType<typeof setTimeout> | null = null

  async function work(): Promise<void> {
    for (const [id, expectation] of unwritten) {
      try {
        await records.saveOutcome(id, expectation.outcome)
      } catch (error) {
        if (error instanceof StoreError && error.code !== 'not-found') {
          retry ??= setTimeout(() => {
            retry = null
            start()
          }, RETRY_AFTER_MS)
          return
        }
        onBug(error)
      }
      // A newer outcome that came meanwhile is still to be written.
      if (unwritten.get(id) === expectation) unwritten.delete(id)
    }
    if (unwritten.size > 0) await work()
  }

  function start(): void {
    working ??= work().finally(() => {
      working = null
    })
  }

  return {
    write(expectation) {
      unwritten.set(expectation.id, expectation)
      start()
    },
    settled: () => working ?? Promise.resolve(),
    async close() {
      await working
      if (retry !== null) clearTimeout(retry)
      retry = null
    },
  }
}
