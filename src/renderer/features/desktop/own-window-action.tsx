import { AppWindow } from 'lucide-react'
import { words } from '../../../words/words.ts'
import { useClient, useOverview } from '../../lib/inspector.tsx'
import { useAction } from '../../lib/keys.ts'
import { openOwnWindow } from '../../lib/own-window.ts'
import { IconButton } from '../../ui/icon-button.tsx'

/** Over an open postback: shows it in a window of its own, to look at two at once. */
export function OwnWindowAction({ id }: { id: number }) {
  const w = words().desktop
  const client = useClient()
  const { face } = useOverview().info
  const title = face === 'desktop' ? w.ownWindow : w.ownTab
  const open = (): void => openOwnWindow(client, face, id)
  useAction({ id: 'postback.ownWindow', title, run: open })
  return (
    <IconButton
      label={title}
      action="postback.ownWindow"
      icon={<AppWindow aria-hidden="true" size={15} />}
      onClick={open}
    />
  )
}
