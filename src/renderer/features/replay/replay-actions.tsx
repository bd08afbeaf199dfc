import { ChevronDown, Repeat } from 'lucide-react'
import { useState } from 'react'
import type { PostbackDetail } from '../../../core/postback.ts'
import { resendProblem } from '../../../core/resend.ts'
import { words } from '../../../words/words.ts'
import { useAction } from '../../lib/keys.ts'
import { Button } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { ReplayDialog } from './replay-dialog.tsx'

/** Over an open postback: sends it again, as it was or edited. */
export function ReplayActions({ detail }: { detail: PostbackDetail }) {
  const [open, setOpen] = useState<{ readonly edit: boolean; readonly detail: PostbackDetail } | null>(null)
  const w = words().replay
  const possible = resendProblem(detail) === null
  const replay = (): void => setOpen({ edit: false, detail })
  const edit = (): void => setOpen({ edit: true, detail })
  useAction(possible ? { id: 'postback.replay', run: replay } : null)
  useAction(possible ? { id: 'postback.editReplay', run: edit } : null)
  return (
    <>
      <Menu
        label={w.replay}
        items={[
          { label: w.replay, action: 'postback.replay', run: replay, disabled: !possible },
          { label: w.editAndReplay, action: 'postback.editReplay', run: edit, disabled: !possible },
        ]}
        trigger={
          <Button size="s" title={w.replay} icon={<Repeat aria-hidden="true" size={13} />}>
            <span className="only-heard">{w.replay}</span>
            <ChevronDown aria-hidden="true" size={13} />
          </Button>
        }
      />
      {open && <ReplayDialog detail={open.detail} edit={open.edit} onClose={() => setOpen(null)} />}
    </>
  )
}
