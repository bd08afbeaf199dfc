import { useEffect, useMemo, useState } from 'react'
import { compareRequests } from '../../../core/compare.ts'
import type { PostbackDetail } from '../../../core/postback.ts'
import { words } from '../../../words/words.ts'
import { useClient } from '../../lib/inspector.tsx'
import { sentenceOf } from '../../lib/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { CompareContent } from './compare-content.tsx'

type Other =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly detail: PostbackDetail }
  | { readonly state: 'failed'; readonly why: string }

/** The open postback beside another one; the earlier of the two stands on the left. */
export function CompareDialog({
  detail,
  otherId,
  onClose,
}: {
  detail: PostbackDetail
  otherId: number
  onClose: () => void
}) {
  const client = useClient()
  const [other, setOther] = useState<Other>({ state: 'loading' })
  const [swapped, setSwapped] = useState(false)
  useEffect(() => {
    let wanted = true
    client.call('postback.detail', { id: otherId }).then(
      (found) => {
        if (!wanted) return
        setOther(
          found ? { state: 'ready', detail: found } : { state: 'failed', why: words().compare.dialog.gone(otherId) },
        )
      },
      (error: unknown) => {
        if (wanted) setOther({ state: 'failed', why: sentenceOf(error) })
      },
    )
    return () => {
      wanted = false
    }
  }, [client, otherId])

  const pair = useMemo(() => {
    if (other.state !== 'ready') return null
    const inOrder = other.detail.id < detail.id ? ([other.detail, detail] as const) : ([detail, other.detail] as const)
    const [left, right] = swapped ? ([inOrder[1], inOrder[0]] as const) : inOrder
    return { left, right, comparison: compareRequests(left, right) }
  }, [other, detail, swapped])

  const w = words().compare.dialog
  return (
    <Dialog
      open
      onClose={onClose}
      width="xl"
      title={w.title(Math.min(detail.id, otherId), Math.max(detail.id, otherId))}
      footer={
        <>
          <Button onClick={() => setSwapped(!swapped)} disabled={pair === null}>
            {w.swap}
          </Button>
          <Button variant="primary" onClick={onClose}>
            {words().ui.close}
          </Button>
        </>
      }
    >
      {other.state === 'loading' && <Spinner label={w.reading} />}
      {other.state === 'failed' && (
        <p role="alert" className="text-fail">
          {other.why}
        </p>
      )}
      {pair && <CompareContent {...pair} />}
    </Dialog>
  )
}
