import type { Client } from '../../../contract/client.ts'
import { CallError, callErrorSchema } from '../../../contract/errors.ts'
import type { Overview } from '../../../contract/procedures.ts'
import { PIECE_BYTES, transferJobSchema } from '../../../contract/transfer-procedures.ts'
import { words } from '../../../words/words.ts'
import { base64OfBlob } from '../../lib/bytes.ts'
import { say, sentenceOf } from '../../lib/messages.ts'
import { runningJobs } from './transfer-jobs.ts'

const LONGEST_NAME = 255

/**
 * Hands a file over to be imported, byte for byte: the host is told no path. How it goes is told by the job; failures
 * before are said.
 */
export function uploadFile(client: Client, face: Overview['info']['face'], file: File): Promise<void> {
  return face === 'browser' ? post(file) : sendPieces(client, file)
}

/** To the host that this page came from. */
async function post(file: File): Promise<void> {
  const address = new URL('import', window.location.href)
  address.hash = ''
  try {
    const response = await fetch(address, { method: 'POST', body: file, credentials: 'omit' })
    const content: unknown = await response.json()
    if (transferJobSchema.safeParse(content).success) return
    const refusal = callErrorSchema.safeParse(content)
    failed(refusal.success ? refusal.data.message : words().transfers.upload.notTaken)
  } catch {
    // Where the host refused the file half-way, its job says why.
    if (!runningJobs.get().some(({ direction }) => direction === 'import')) return
    failed(words().transfers.upload.brokeOff)
  }
}

/** Over the desktop's bridge, one piece after the other. */
async function sendPieces(client: Client, file: File): Promise<void> {
  let id: string | null = null
  try {
    const job = await client.call('import.begin', { fileName: file.name.trim().slice(0, LONGEST_NAME) || 'file' })
    id = job.id
    for (let at = 0; at < file.size; at += PIECE_BYTES) {
      await client.call('import.piece', { id, bytesBase64: await base64OfBlob(file.slice(at, at + PIECE_BYTES)) })
    }
    await client.call('import.end', { id })
  } catch (error) {
    // The job has ended by itself, and says why.
    if (id !== null && error instanceof CallError && error.code === 'conflict') return
    if (id !== null) await client.call('import.cancel', { id }).catch(() => {})
    failed(error instanceof CallError ? sentenceOf(error) : words().transfers.upload.notRead)
  }
}

function failed(sentence: string): void {
  say(sentence, { severity: 'error', subject: 'import' })
}
