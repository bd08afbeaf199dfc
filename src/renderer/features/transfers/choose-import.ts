import type { Client } from '../../../contract/client.ts'
import type { Overview } from '../../../contract/procedures.ts'
import { say, sentenceOf } from '../../lib/messages.ts'
import { uploadFile } from './upload-file.ts'

/** Asks for an archive or a HAR and begins to import it: by the app's own dialog, or the browser's. */
export async function chooseImport(client: Client, face: Overview['info']['face']): Promise<void> {
  if (face === 'browser') {
    chooseInBrowser((file) => void uploadFile(client, face, file))
    return
  }
  try {
    await client.call('import.choose', {})
  } catch (error) {
    say(sentenceOf(error), { severity: 'error', subject: 'import' })
  }
}

let kept: HTMLInputElement | null = null
let take: (file: File) => void = () => {}

function chooseInBrowser(onFile: (file: File) => void): void {
  take = onFile
  kept ??= fileInput()
  // The same file again is a choice too.
  kept.value = ''
  kept.click()
}

/** The browser's dialog belongs to an element that stays in the page: one that nothing refers to may be collected meanwhile. */
function fileInput(): HTMLInputElement {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = '.adjump-archive,.har'
  input.hidden = true
  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    if (file) take(file)
  })
  return document.body.appendChild(input)
}
