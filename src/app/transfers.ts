import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { CallError } from '../contract/errors.ts'
import type { ExportFormat, TransferJob } from '../contract/transfer-procedures.ts'
import { ArchiveError } from '../core/archive.ts'
import { exportFileName } from '../core/export-name.ts'
import { type PostbackStore, StoreError } from '../core/ports.ts'
import { errorsWords } from '../words/of/errors.ts'
import { refuseTooMany } from './collect-evidence.ts'
import type { FileDialogs } from './config.ts'
import { EXPORT_MEDIA_TYPES, type ExportWish, exportContent } from './export-content.ts'
import { fileBytes } from './import-archive.ts'
import { importFile } from './import-file.ts'
import { Cancelled, createJob, type RunningJob } from './transfer-job.ts'
import { createUploadSource, type UploadSource } from './upload-source.ts'
import { FileError, writeWholeFile } from './write-whole-file.ts'

/** An export lets go of the thread after so long, in ms. */
const LONGEST_TURN_MS = 8
/** So many jobs that have ended are remembered. */
const REMEMBERED = 20
/** A download that nobody fetches is given up after this long, in ms. */
const FETCH_WITHIN_MS = 60_000
/** An upload that brings nothing for so long is given up, in ms. */
const UPLOAD_IDLE_MS = 60_000

/** An export as a face without dialogs hands it out. */
export interface Download {
  readonly fileName: string
  readonly mediaType: string
  /** Aborts where the job is cancelled. */
  readonly signal: AbortSignal
  /** To be read once; left half-way, the job is cancelled. */
  readonly pieces: AsyncIterable<string | Uint8Array>
}

/** Files out of the history and into it, one job each. */
export interface Transfers {
  startExport(wish: ExportWish): Promise<{ job: TransferJob; download: string | null } | null>
  chooseImport(): Promise<TransferJob | null>
  /** Takes an uploaded file; resolves when the job has ended, whatever came of it. Rejects while another runs. */
  importUpload(fileName: string, bytes: AsyncIterable<Uint8Array>): Promise<TransferJob>
  /** Begins to take a file that comes in pieces. Throws a `CallError` while another import runs. */
  beginUpload(fileName: string): TransferJob
  /** Resolves when there is room for the next piece. Rejects with a `CallError` where the job has ended. */
  addPiece(id: string, piece: Uint8Array): Promise<void>
  /** The pieces were the whole file. Rejects as `addPiece` does. */
  endUpload(id: string): Promise<void>
  /** Null where there is no such job waiting. */
  openDownload(id: string): Download | null
  cancel(id: string): void
  readonly jobs: readonly TransferJob[]
  /** Cancels what runs and waits for its end. */
  close(): Promise<void>
}

export function createTransfers(parts: {
  readonly store: PostbackStore
  readonly version: string
  /** Null: exports are downloads, and imports uploads. */
  readonly dialogs: FileDialogs | null
  readonly tell: (job: TransferJob) => void
  /** After an import: what was cached of the store is out of date. */
  readonly onImported: () => Promise<void>
  readonly onBug: (error: unknown) => void
}): Transfers {
  const { store, version, dialogs } = parts
  const jobs = new Map<string, RunningJob>()
  const waiting = new Map<string, { readonly wish: ExportWish; readonly timer: NodeJS.Timeout }>()
  const uploads = new Map<string, UploadSource>()
  const underWay = new Set<Promise<unknown>>()
  let lastImport: Promise<unknown> = Promise.resolve()

  function add(
    direction: TransferJob['direction'],
    format: ExportFormat,
    fileName: string,
    state: 'waiting' | 'running',
  ) {
    const id = randomUUID()
    const job = createJob({ id, direction, format, fileName, state, done: 0, total: null, sentences: [] }, parts.tell)
    jobs.set(id, job)
    const ended = [...jobs.values()].filter((one) => one.ended)
    for (const old of ended.slice(0, Math.max(0, ended.length - REMEMBERED))) jobs.delete(old.job.id)
    parts.tell(job.job)
    return job
  }

  function follow(work: Promise<unknown>): void {
    underWay.add(work)
    void work.finally(() => underWay.delete(work))
  }

  /** Runs a job's work and notes how it ended. Never rejects. */
  async function run(job: RunningJob, work: () => Promise<readonly string[]>): Promise<void> {
    try {
      job.update({ state: 'running' })
      job.update({ state: 'done', sentences: await work() })
    } catch (error) {
      if (error instanceof Cancelled || job.signal.aborted) job.update({ state: 'cancelled' })
      else job.update({ state: 'failed', sentences: [sentenceOf(error)] })
    }
  }

  function sentenceOf(error: unknown): string {
    const expected =
      error instanceof FileError ||
      error instanceof StoreError ||
      error instanceof ArchiveError ||
      error instanceof CallError
    if (expected) return error.message
    if (error instanceof Error && 'syscall' in error) return errorsWords().transfer.notRead(error.message)
    parts.onBug(error)
    return errorsWords().transfer.unexpected
  }

  async function* contentOf(job: RunningJob, wish: ExportWish): AsyncGenerator<string | Uint8Array> {
    const watch = { total: (total: number) => job.update({ total }), step: (count: number) => job.step(count) }
    let turnAt = performance.now()
    for await (const piece of exportContent(store, wish, version, watch)) {
      // Rows that are at hand would come one after the other without end: captures and clicks must get their turn.
      if (performance.now() - turnAt > LONGEST_TURN_MS) {
        await setImmediate()
        turnAt = performance.now()
      }
      job.signal.throwIfAborted()
      yield piece
    }
  }

  async function* downloaded(job: RunningJob, wish: ExportWish): AsyncGenerator<string | Uint8Array> {
    job.update({ state: 'running' })
    try {
      yield* contentOf(job, wish)
      job.update({ state: 'done', sentences: [errorsWords().transfer.handedOver(job.job.fileName)] })
    } catch (error) {
      if (!job.signal.aborted) job.update({ state: 'failed', sentences: [sentenceOf(error)] })
      throw error
    } finally {
      // Whoever fetched it went away half-way.
      job.cancel()
    }
  }

  /** The store takes one import at a time, and a cancelled one counts as ended before it has let go there. */
  function doImport(job: RunningJob, bytes: AsyncIterable<Uint8Array>): Promise<readonly string[]> {
    const mine = lastImport.then(() => importNow(job, bytes))
    lastImport = mine.catch(() => {})
    return mine
  }

  async function importNow(job: RunningJob, bytes: AsyncIterable<Uint8Array>): Promise<readonly string[]> {
    const { sentences } = await importFile(bytes, store.archive, {
      signal: job.signal,
      onProgress: (progress) => job.update(progress),
    })
    await parts.onImported()
    return sentences
  }

  /** Whoever uploads hears it from the call; the job says why. */
  async function toUpload(id: string, act: (upload: UploadSource) => Promise<void>): Promise<void> {
    const upload = jobs.get(id)?.ended === false ? uploads.get(id) : undefined
    const ended = new CallError('conflict', errorsWords().transfer.importEnded)
    if (upload === undefined) throw ended
    try {
      await act(upload)
    } catch {
      throw ended
    }
  }

  function refuseSecondImport(): void {
    const runs = [...jobs.values()].some(({ job, ended }) => job.direction === 'import' && !ended)
    if (runs) throw new CallError('conflict', errorsWords().transfer.importUnderWay)
  }

  return {
    async startExport(wish) {
      // What would be refused anyway is refused before anybody is asked for a file.
      if (wish.format.startsWith('evidence') && wish.expectationIds === null) {
        refuseTooMany((await store.counts(wish.filter)).total)
      }
      const suggested = exportFileName(wish.format, Date.now())
      if (dialogs === null) {
        const job = add('export', wish.format, suggested, 'waiting')
        const { id } = job.job
        const timer = setTimeout(() => {
          waiting.delete(id)
          job.cancel()
        }, FETCH_WITHIN_MS)
        timer.unref()
        waiting.set(id, { wish, timer })
        return { job: job.job, download: `export/${id}` }
      }
      const file = await dialogs.chooseSave(suggested)
      if (file === null) return null
      const job = add('export', wish.format, basename(file), 'running')
      follow(
        run(job, async () => {
          await writeWholeFile(file, contentOf(job, wish), job.signal)
          return [errorsWords().transfer.written(file)]
        }),
      )
      return { job: job.job, download: null }
    },

    async chooseImport() {
      refuseSecondImport()
      if (dialogs === null) throw new CallError('refused', errorsWords().transfer.chooseInBrowser)
      const file = await dialogs.chooseOpen()
      if (file === null) return null
      refuseSecondImport()
      const job = add('import', 'archive', basename(file), 'running')
      follow(run(job, () => doImport(job, fileBytes(file))))
      return job.job
    },

    async importUpload(fileName, bytes) {
      refuseSecondImport()
      const job = add('import', 'archive', fileName, 'running')
      const work = run(job, () => doImport(job, bytes))
      follow(work)
      await work
      return job.job
    },

    beginUpload(fileName) {
      refuseSecondImport()
      const job = add('import', 'archive', fileName, 'running')
      const { id } = job.job
      const upload = createUploadSource(
        UPLOAD_IDLE_MS,
        () => new CallError('refused', errorsWords().transfer.uploadBroke),
      )
      uploads.set(id, upload)
      const work = run(job, () => doImport(job, upload.bytes)).finally(() => {
        uploads.delete(id)
        upload.drop()
      })
      follow(work)
      return job.job
    },

    addPiece: (id, piece) => toUpload(id, (upload) => upload.push(piece)),

    endUpload: (id) => toUpload(id, (upload) => upload.end()),

    openDownload(id) {
      const found = waiting.get(id)
      const job = jobs.get(id)
      if (found === undefined || job === undefined || job.ended) return null
      clearTimeout(found.timer)
      waiting.delete(id)
      const { fileName, format } = job.job
      return {
        fileName,
        mediaType: EXPORT_MEDIA_TYPES[format],
        signal: job.signal,
        pieces: downloaded(job, found.wish),
      }
    },

    cancel(id) {
      jobs.get(id)?.cancel()
      waiting.delete(id)
    },

    get jobs() {
      return [...jobs.values()].map(({ job }) => job)
    },

    async close() {
      for (const job of jobs.values()) job.cancel()
      await Promise.all(underWay)
    },
  }
}
