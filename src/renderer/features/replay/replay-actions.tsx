import { ChevronDown, Repeat } from 'lucide-react'
import { useState } from 'react'
import type { PostbackDetail } from '../../../core/postback.ts'
import { resendProblem } from '../../../core/resend.ts'
import { useAction } from '../../lib/keys.ts'
import { Button } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { ReplayDialog } from './replay-dialog.tsx'

/** Over an open postback: sends it again, as it was or edited. */
export function ReplayActions({ detail }: { detail: PostbackDetail }) {
  const [open, setOpen] = useState<{ readonly edit: boolean; readonly detail: PostbackDetail } | null>(null)
  const possible = resendProblem(detail) === null
  const replay = (): void => setOpen({ edit: false, detail })
  const edit = (): void => setOpen({ edit: true, detail })
  useAction(possible ? { id: 'postback.replay', run: replay } : null)
  useAction(possible ? { id: 'postback.editReplay', run: edit } : null)
  return (
    <>
      <Menu
        label="Replay"
        items={[
          { label: 'Replay', action: 'postback.replay', run: replay, disabled: !possible },
          { label: 'Edit and replay', action: 'postback.editReplay', run: edit, disabled: !possible },
        ]}
        trigger={
          <Button size="s" title="Replay" icon={<Repeat aria-hidden="true" size={13} />}>
            <span className="only-heard">Replay</span>
            <ChevronDown aria-hidden="true" size={13} />
          </Button>
        }
      />
      {open && <ReplayDialog detail={open.detail} edit={open.edit} onClose={() => setOpen(null)} />}
    </>
  )
}
