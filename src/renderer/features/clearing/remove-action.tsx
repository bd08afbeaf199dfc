import { Trash2 } from 'lucide-react'
import { EVERYTHING } from '../../../core/filter.ts'
import type { PostbackDetail } from '../../../core/postback.ts'
import { words } from '../../../words/words.ts'
import { useAction } from '../../lib/keys.ts'
import { say } from '../../lib/messages.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { CLEARING } from './clearing-state.ts'
import { useClearing } from './use-clearing.ts'

/** Over an open postback: removes it from the history after a while, in which that can be undone. */
export function RemoveAction({ detail }: { detail: PostbackDetail }) {
  const clearing = useClearing()
  const remove = (): void => {
    const { pinned, colour, hasNote } = detail.mark
    if (pinned || colour !== null || hasNote) say(words().clearing.remove.marked, { subject: CLEARING })
    else void clearing.remove({ filter: EVERYTHING, ids: [detail.id], upTo: detail.id }, 1)
  }
  useAction({ id: 'postback.remove', run: remove })
  return (
    <IconButton
      label={words().clearing.remove.label}
      action="postback.remove"
      icon={<Trash2 aria-hidden="true" size={15} />}
      onClick={remove}
    />
  )
}
