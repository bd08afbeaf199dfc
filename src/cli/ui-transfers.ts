import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Inspector } from '../app/inspector.ts'
import { lettingGo } from '../app/letting-go.ts'
import { CallError } from '../contract/errors.ts'
import { TEXT_HEADERS } from './ui-headers.ts'

/** An upload that brings nothing for so long is given up, in ms. */
const UPLOAD_IDLE_MS = 60_000
/** An archive is compressed: more than this is no history of postbacks. */
const LARGEST_UPLOAD = 16 * 1024 ** 3

/** The job that a download's path names (`/export/ID`), null for any other path. */
export function downloadId(path: string): string | null {
  return /^\/export\/([\w-]{1,100})$/.exec(path)?.[1] ?? null
}

/** Streams an export to whoever may see the screen. A connection that breaks off cancels it. */
export async function sendDownload(response: ServerResponse, inspector: Inspector, id: string): Promise<void> {
  const download = inspector.transfers.openDownload(id)
  if (download === null) {
    response.writeHead(404, TEXT_HEADERS)
    response.end('This export is not waiting any more: start it again.\n')
    return
  }
  response.writeHead(200, {
    ...TEXT_HEADERS,
    'Content-Type': download.mediaType,
    // Our own names: letters, digits, dots and dashes.
    'Content-Disposition': `attachment; filename="${download.fileName}"`,
    // Were it opened here all the same, nothing in it could run or reach anything.
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox",
  })
  // The job says what went wrong; the browser sees a download that broke off.
  const pieces = Readable.from(download.pieces, { highWaterMark: 1 })
  await pipeline(pieces, lettingGo(response), { signal: download.signal }).catch(() => {})
  // A connection that was gone before the first byte was asked for leaves a job that nobody would end.
  inspector.transfers.cancel(id)
}

/** Takes an archive that the screen uploads, and answers with the job as it ended. */
export async function takeUpload(
  request: IncomingMessage,
  response: ServerResponse,
  inspector: Inspector,
  fileName: string,
): Promise<void> {
  request.setTimeout(UPLOAD_IDLE_MS, () => request.destroy())
  try {
    const job = await inspector.transfers.importUpload(fileName, bounded(request))
    answer(response, 200, job)
  } catch (error) {
    if (!(error instanceof CallError)) throw error
    answer(response, 409, error.toShape())
  }
}

function answer(response: ServerResponse, status: number, content: object): void {
  if (response.destroyed) return
  response.writeHead(status, { ...TEXT_HEADERS, 'Content-Type': 'application/json', Connection: 'close' })
  response.end(JSON.stringify(content))
}

async function* bounded(request: IncomingMessage): AsyncGenerator<Uint8Array> {
  let bytes = 0
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      const piece = chunk as Buffer
      bytes += piece.length
      if (bytes > LARGEST_UPLOAD)
        throw new CallError('refused', 'This file is too large for an archive: nothing was imported.')
      yield piece
    }
  } catch (error) {
    // A connection that breaks is the sender's affair, and no fault of ours.
    throw error instanceof CallError ? error : brokenOff()
  }
  if (!request.complete) throw brokenOff()
}

function brokenOff(): CallError {
  return new CallError('refused', 'The upload broke off: nothing was imported. Start it again.')
}
