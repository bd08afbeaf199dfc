import { FolderOpen } from 'lucide-react'
import { words } from '../../../words/words.ts'
import { useClient, useOverview } from '../../lib/inspector.tsx'
import { useAction } from '../../lib/keys.ts'
import { say, sentenceOf } from '../../lib/messages.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'

/** Where one of the inspector's folders is, to copy and, in the desktop app, to open. */
export function FolderRow({ folder, path }: { folder: 'data' | 'logs'; path: string }) {
  const w = words().settings.folder
  const client = useClient()
  const canOpen = useOverview().info.face === 'desktop'
  const open = async (): Promise<void> => {
    try {
      await client.call('app.openFolder', { folder })
    } catch (error) {
      say(sentenceOf(error), { severity: 'error', subject: 'folder' })
    }
  }
  useAction(canOpen ? { id: `folder.${folder}`, run: () => void open() } : null)
  return (
    <div className="flex items-center gap-2">
      <code className="min-w-0 rounded-m border border-line bg-panel px-2 py-1 font-mono text-s break-all">{path}</code>
      <CopyButton text={path} label={w.copyPath[folder]} />
      {canOpen && (
        <Button size="s" icon={<FolderOpen aria-hidden="true" size={13} />} onClick={() => void open()}>
          {w.open}
        </Button>
      )}
    </div>
  )
}
