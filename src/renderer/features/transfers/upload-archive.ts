import { callErrorSchema } from '../../../contract/errors.ts'
import { transferJobSchema } from '../../../contract/transfer-procedures.ts'
import { say } from '../../lib/messages.ts'
import { runningJobs } from './transfer-jobs.ts'

/** Uploads an archive to the host that this page came from. How it goes is told by the job; failures before are said. */
export async function uploadArchive(file: File): Promise<void> {
  const address = new URL('import', window.location.href)
  address.hash = ''
  try {
    const response = await fetch(address, { method: 'POST', body: file, credentials: 'omit' })
    const content: unknown = await response.json()
    if (transferJobSchema.safeParse(content).success) return
    const refusal = callErrorSchema.safeParse(content)
    failed(refusal.success ? refusal.data.message : 'The archive was not taken, and nothing was imported: try again.')
  } catch {
    // Where the host refused the file half-way, its job says why.
    if (!runningJobs.get().some(({ direction }) => direction === 'import')) return
    failed('The upload broke off, and nothing was imported: start it again.')
  }
}

function failed(sentence: string): void {
  say(sentence, { severity: 'error', subject: 'import' })
}
