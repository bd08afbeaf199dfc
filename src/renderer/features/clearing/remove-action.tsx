import { Trash2 } from 'lucide-react'
import type { PostbackDetail } from '../../../core/postback.ts'
import { useAction } from '../../lib/keys.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { asked } from './clearing-state.ts'

/** Over an open postback: removes it from the history. */
export function RemoveAction({ detail }: { detail: PostbackDetail }) {
  const remove = (): void => asked.update(() => ({ of: 'request', id: detail.id }))
  useAction({ id: 'postback.remove', title: 'Remove this request', key: 'delete', group: 'Postback', run: remove })
  return (
    <IconButton
      label="Remove this request"
      shortcut="delete"
      icon={<Trash2 aria-hidden="true" size={15} />}
      onClick={remove}
    />
  )
}
