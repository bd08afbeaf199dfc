import { FileInput } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { words } from '../../../words/words.ts'
import { useClient, useOverview } from '../../lib/inspector.tsx'
import { say } from '../../lib/messages.ts'
import { uploadFile } from './upload-file.ts'

/** There while a file is dragged over the window, and takes it. */
export function DropZone({ isImporting }: { isImporting: boolean }) {
  const client = useClient()
  const { face } = useOverview().info
  const [isOver, setOver] = useState(false)

  const take = useEffectEvent((files: readonly File[]): void => {
    const [file, ...others] = files
    const w = words().transfers.drop
    if (isImporting) {
      say(w.busy, { severity: 'error', subject: 'import' })
    } else if (file === undefined || others.length > 0) {
      say(w.oneAtATime, { severity: 'error', subject: 'import' })
    } else void uploadFile(client, face, file)
  })

  useEffect(() => {
    const listening = new AbortController()
    const { signal } = listening
    // First of all: a field must not take the file’s path as text, and nothing may open the file in place of the screen.
    const options = { signal, capture: true }
    window.addEventListener(
      'dragenter',
      (event) => {
        if (hasFiles(event)) setOver(true)
      },
      options,
    )
    window.addEventListener(
      'dragover',
      (event) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy'
      },
      options,
    )
    window.addEventListener(
      'dragleave',
      (event) => {
        // It leaves one element for the next all the time; only out of the window it leaves for nothing.
        if (event.relatedTarget === null) setOver(false)
      },
      options,
    )
    window.addEventListener(
      'drop',
      (event) => {
        setOver(false)
        if (!hasFiles(event)) return
        event.preventDefault()
        take([...(event.dataTransfer?.files ?? [])])
      },
      options,
    )
    return () => listening.abort()
  }, [])

  if (!isOver) return null
  const w = words().transfers.drop
  return (
    <div className="pointer-events-none absolute inset-0 z-50 flex items-center justify-center bg-overlay p-8">
      <div className="flex max-w-md flex-col items-center gap-2 rounded-l border-2 border-dashed border-accent bg-raised p-8 text-center shadow-float">
        <FileInput aria-hidden="true" size={28} className="text-accent" />
        <p className="text-l font-semibold">{isImporting ? w.busyTitle : w.title}</p>
        <p className="text-muted">{isImporting ? w.busyWhat : w.what}</p>
      </div>
    </div>
  )
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false
}
