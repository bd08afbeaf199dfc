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

function chooseInBrowser(onFile: (file: File) => void): void {
  const chooser = document.createElement('input')
  chooser.type = 'file'
  chooser.accept = '.adjump-archive,.har'
  // Part of the page while the dialog is open: what nothing refers to may be collected before a file was chosen.
  chooser.hidden = true
  document.body.append(chooser)
  chooser.addEventListener('cancel', () => chooser.remove())
  chooser.addEventListener('change', () => {
    chooser.remove()
    const [file] = chooser.files ?? []
    if (file) onFile(file)
  })
  chooser.click()
}
