/** A folder's history written and read without threads: fast, and one step at a time. */
import type { ReaderCalls } from '../../src/services/store/messages.ts'
import { Reader } from '../../src/services/store/reader.ts'
import type { Handlers } from '../../src/services/store/serve-calls.ts'
import { Writer } from '../../src/services/store/writer.ts'

export function writerOf(folder: string): Writer {
  return new Writer({ folder, appVersion: '1.2.3', startedAt: Date.now(), again: false, damaged: null, maxPages: null })
}

/** Reads to the end of a re-reading that was begun. */
export function rereadWhole(writer: Writer): void {
  while (writer.rereadProgress().state === 'running') writer.rereadSlice()
}

export interface OpenedReader {
  readonly calls: Handlers<ReaderCalls>
  readonly close: () => void
}

export function readerOf(folder: string): OpenedReader {
  const reader = new Reader({ folder, stopping: new SharedArrayBuffer(4) })
  return { calls: reader.handlers(), close: () => reader.close() }
}
