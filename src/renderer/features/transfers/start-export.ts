import type { Client } from '../../../contract/client.ts'
import type { ExportFormat } from '../../../contract/transfer-procedures.ts'
import { EVERYTHING, type PostbackFilter } from '../../../core/filter.ts'
import { say, sentenceOf } from '../../lib/messages.ts'

export interface ExportWish {
  readonly format: ExportFormat
  readonly filter?: PostbackFilter
  readonly expectationIds?: readonly string[]
}

/** Begins an export; in a browser it is fetched as a download. Progress is in the bar, failures are said. */
export async function startExport(client: Client, wish: ExportWish): Promise<void> {
  try {
    const started = await client.call('export.start', {
      format: wish.format,
      filter: wish.filter ?? EVERYTHING,
      expectationIds: wish.expectationIds === undefined ? null : [...wish.expectationIds],
    })
    // How it goes comes as events, which may be here before this answer.
    if (started?.download) fetchAsFile(started.download)
  } catch (error) {
    say(sentenceOf(error), { severity: 'error', subject: 'export' })
  }
}

/** Has the browser save what lies there; the address is relative to the screen's own. */
function fetchAsFile(path: string): void {
  const link = document.createElement('a')
  const address = new URL(path, window.location.href)
  address.hash = ''
  link.href = address.href
  link.download = ''
  document.body.append(link)
  link.click()
  link.remove()
}
