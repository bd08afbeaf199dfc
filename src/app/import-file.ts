import type { ArchiveRecords, ImportOutcome } from '../core/archive-records.ts'
import { errorsWords } from '../words/of/errors.ts'
import { type ImportProgress, importArchive, importSentences } from './import-archive.ts'
import { importHar } from './import-har.ts'
import { untilAborted } from './until-aborted.ts'

/** What gzip begins with (RFC 1952, 2.3.1); no JSON does. */
const GZIP = [0x1f, 0x8b] as const

/**
 * Takes a file into the history, an archive or a HAR, as its first bytes say: a name may say anything. Answers with what
 * was done, also in sentences. Rejects as `importArchive` does, and nothing was imported then.
 */
export async function importFile(
  bytes: AsyncIterable<Uint8Array>,
  records: Pick<ArchiveRecords, 'begin'>,
  options: { readonly signal?: AbortSignal; readonly onProgress?: (progress: ImportProgress) => void } = {},
): Promise<{ readonly outcome: ImportOutcome; readonly sentences: readonly string[] }> {
  const source = untilAborted(bytes, options.signal)
  const first = await firstBytes(source)
  const whole = behind(first, source)
  if (first[0] === GZIP[0] && first[1] === GZIP[1]) {
    const outcome = await importArchive(whole, records, options)
    return { outcome, sentences: importSentences(outcome) }
  }
  const { outcome, leftOut } = await importHar(whole, records, options)
  return {
    outcome,
    sentences: [
      ...importSentences(outcome, 'HAR'),
      ...(leftOut === 0 ? [] : [errorsWords().transfer.leftOut(leftOut)]),
    ],
  }
}

/** Enough to tell what it is; fewer where there are no more. */
async function firstBytes(source: AsyncGenerator<Uint8Array>): Promise<Buffer> {
  let first = Buffer.alloc(0)
  while (first.length < GZIP.length) {
    const next = await source.next()
    if (next.done === true) break
    first = Buffer.concat([first, next.value])
  }
  return first
}

async function* behind(first: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first
  yield* rest
}
