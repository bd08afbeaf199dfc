import { EVERYTHING } from '../core/filter.ts'
import { writeArchive } from '../services/exporter/archive-writer.ts'
import { evidenceJson } from '../services/exporter/evidence.ts'
import { evidenceHtml } from '../services/exporter/evidence-html.ts'
import { openHistoryReader } from '../services/store/history-reader.ts'
import { createSqlitePostbackStore } from '../services/store/sqlite-postback-store.ts'
import { evidenceOfFilter } from './collect-evidence.ts'
import type { ImportProgress } from './import-archive.ts'
import { importFile } from './import-file.ts'

interface Folder {
  readonly dataFolder: string
  readonly version: string
}

/** The whole history of a folder as an archive's bytes. Only reads, and so works beside a running inspector. */
export async function* archiveHistory({ dataFolder, version }: Folder): AsyncGenerator<Uint8Array> {
  const history = await openHistoryReader(dataFolder)
  try {
    const at = Date.now()
    yield* writeArchive(history.archive, await history.archive.head(at), { appVersion: version, at })
  } finally {
    await history.close()
  }
}

/**
 * A report of what arrived in `[from, to)`, in ms since the epoch; null leaves an end open. Only reads. Rejects with a
 * `CallError` where that is too much for a report.
 */
export async function* reportHistory(
  options: Folder & { readonly from: number | null; readonly to: number | null; readonly format: 'html' | 'json' },
): AsyncGenerator<string> {
  const history = await openHistoryReader(options.dataFolder)
  try {
    const at = Date.now()
    const { installation } = await history.archive.head(at)
    const filter = { ...EVERYTHING, from: options.from, to: options.to }
    const report = await evidenceOfFilter(history, filter, { at, appVersion: options.version, installation })
    if (options.format === 'html') yield* evidenceHtml(report)
    else yield evidenceJson(report)
  } finally {
    await history.close()
  }
}

/**
 * Imports an archive or a HAR into a folder that no inspector uses, and reads the history again where that is due. Answers in
 * sentences. Rejects with a `StoreError` or an `ArchiveError`; nothing is imported then.
 */
export async function importIntoFolder(
  { dataFolder, version }: Folder,
  bytes: AsyncIterable<Uint8Array>,
  options: { readonly signal: AbortSignal; readonly onProgress: (progress: ImportProgress) => void },
): Promise<{ readonly added: number; readonly known: number; readonly sentences: readonly string[] }> {
  const store = await createSqlitePostbackStore({ folder: dataFolder, appVersion: version })
  try {
    const reread = new Promise<void>((resolve) => {
      store.on((event) => {
        if (event.type === 'reread' && event.progress.state === 'done') resolve()
      })
      options.signal.addEventListener('abort', () => resolve())
    })
    const { outcome, sentences } = await importFile(bytes, store.archive, options)
    if (store.rereadProgress().state === 'running') await reread
    return { added: outcome.added, known: outcome.known, sentences }
  } finally {
    await store.close()
  }
}
