import type { ExportFormat } from '../contract/transfer-procedures.ts'
import type { PostbackFilter } from '../core/filter.ts'
import type { PostbackStore } from '../core/ports.ts'
import { writeArchive } from '../services/exporter/archive-writer.ts'
import { evidenceJson } from '../services/exporter/evidence.ts'
import { evidenceHtml } from '../services/exporter/evidence-html.ts'
import { evidenceOfExpectations, evidenceOfFilter } from './collect-evidence.ts'

export interface ExportWish {
  readonly format: ExportFormat
  readonly filter: PostbackFilter
  readonly expectationIds: readonly string[] | null
}

/** What an export tells while it runs. */
export interface ExportWatch {
  /** How many requests it will have. */
  total(count: number): void
  /** So many more are through. */
  step(count: number): void
}

export const EXPORT_MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  ndjson: 'application/x-ndjson',
  json: 'application/json',
  har: 'application/json',
  archive: 'application/gzip',
  'evidence-html': 'text/html; charset=utf-8',
  'evidence-json': 'application/json',
}

/** The contents of an export, piece by piece: the same bytes whichever way they leave. */
export async function* exportContent(
  store: PostbackStore,
  { format, filter, expectationIds }: ExportWish,
  appVersion: string,
  watch: ExportWatch,
): AsyncGenerator<string | Uint8Array> {
  const at = Date.now()
  switch (format) {
    case 'archive': {
      const head = await store.archive.head(at)
      watch.total(head.requests)
      yield* writeArchive(store.archive, head, { appVersion, at, onRequest: () => watch.step(1) })
      return
    }
    case 'evidence-html':
    case 'evidence-json': {
      const { installation } = await store.archive.head(at)
      const context = { at, appVersion, installation, onRequest: () => watch.step(1) }
      if (expectationIds === null) watch.total((await store.counts(filter)).total)
      const report =
        expectationIds === null
          ? await evidenceOfFilter(store, filter, context)
          : await evidenceOfExpectations(store, await store.expectations.byIds(expectationIds), context)
      if (format === 'evidence-html') yield* evidenceHtml(report)
      else yield evidenceJson(report)
      return
    }
    default: {
      watch.total((await store.counts(filter)).total)
      const context = { appVersion, endpoints: await store.endpoints() }
      for await (const { bytes, requests } of store.exportText(filter, format, context)) {
        yield bytes
        watch.step(requests)
      }
      return
    }
  }
}
