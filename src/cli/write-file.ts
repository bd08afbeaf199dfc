import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { FileError, writeWholeFile } from '../app/write-whole-file.ts'
import { CallError } from '../contract/errors.ts'
import { terminalText } from '../core/visible.ts'
import { CliError, EXIT } from './exit.ts'
import { interruption } from './interruption.ts'

/**
 * Writes a command's result to a file, or to standard output where there is none. A file appears under its name only
 * when it is whole: what a failure or Ctrl+C left is removed. Rejects with a `StoreError` or a `CliError`.
 */
export async function writeResult(file: string | null, pieces: AsyncIterable<string | Uint8Array>): Promise<void> {
  const signal = interruption()
  try {
    if (file === null) await toStandardOutput(pieces, signal)
    else await writeWholeFile(file, pieces, signal)
  } catch (error) {
    if (signal.aborted) throw new CliError(EXIT.interrupted, stoppedSentence(file))
    if (error instanceof FileError || error instanceof CallError) throw new CliError(EXIT.failed, error.message)
    throw error
  }
}

function stoppedSentence(file: string | null): string {
  return file === null ? 'It was stopped half-way.' : `It was stopped: ${file} was not written, and nothing is left.`
}

/**
 * What a person looks at instead of a file: a CSV cell may hold a stranger's escape sequences. A pipe and a file get
 * the exact bytes.
 */
export async function* forTerminal(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  for await (const piece of pieces) {
    const text = typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true })
    yield terminalText(text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n'))
  }
}

async function toStandardOutput(pieces: AsyncIterable<string | Uint8Array>, signal: AbortSignal): Promise<void> {
  try {
    await pipeline(Readable.from(process.stdout.isTTY ? forTerminal(pieces) : pieces), process.stdout, {
      end: false,
      signal,
    })
  } catch (error) {
    // The reader of a pipe may stop early (`| head`): that is its right, and no failure.
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return
    if (!(error instanceof Error && 'syscall' in error)) throw error
    throw new CliError(EXIT.failed, `Standard output could not be written: ${error.message}.`)
  }
}
