import { CornerUpRight } from 'lucide-react'
import { useId, useState } from 'react'
import type { PostbackDetail } from '../../../core/postback.ts'
import { words } from '../../../words/words.ts'
import { useClient, useConnection, useOverview } from '../../lib/inspector.tsx'
import { useAction } from '../../lib/keys.ts'
import { say, sentenceOf } from '../../lib/messages.ts'
import { hashOf } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { announce } from '../../ui/live-region.tsx'
import { AttemptView } from './attempt-view.tsx'
import { useForwards } from './use-forwards.ts'

/** Under an open postback: what the user's own backend made of it. */
export function ForwardsSection({ detail }: { detail: PostbackDetail }) {
  const client = useClient()
  const connected = useConnection() === 'connected'
  const { endpoints } = useOverview()
  const attempts = useForwards(detail.id)
  const id = useId()
  const [sending, setSending] = useState(false)
  const endpoint = endpoints.find((one) => one.id === detail.endpointId)
  const mayForward = detail.kind === 'postback' && endpoint !== undefined && endpoint.forward.url !== ''

  const w = words().forwards

  const again = async (): Promise<void> => {
    setSending(true)
    try {
      const { reply, failure } = await client.call('forward.again', { postbackId: detail.id })
      // It is seen in the list below.
      announce(failure === null ? w.done(String(reply?.status)) : failure.sentence)
    } catch (error) {
      say(w.notDone(sentenceOf(error)), { severity: 'error' })
    }
    setSending(false)
  }
  const canSend = mayForward && connected && !sending
  useAction(
    mayForward
      ? {
          id: 'postback.forward',
          run: () => {
            if (canSend) void again()
          },
        }
      : null,
  )

  const none = attempts === null || attempts.length === 0
  if (none && !mayForward) return null
  return (
    <section aria-labelledby={id} className="border-t border-line px-4 py-3">
      <div className="mb-1.5 flex items-center gap-2">
        <h3 id={id} className="text-s font-semibold text-muted">
          {w.title}
        </h3>
        {!none && <span className="text-s text-faint">{attempts.length}</span>}
        <span className="flex-1" />
        {mayForward && (
          <Button
            size="s"
            icon={<CornerUpRight aria-hidden="true" size={13} />}
            action="postback.forward"
            disabled={!canSend}
            onClick={() => void again()}
          >
            {sending ? w.forwarding : none ? w.forward : w.forwardAgain}
          </Button>
        )}
      </div>
      {attempts === null ? (
        <p className="text-muted">{w.reading}</p>
      ) : none ? (
        <p className="text-muted">
          {w.none}{' '}
          {endpoint !== undefined && (
            <a href={hashOf({ view: 'endpoints', id: endpoint.id })} className="text-accent underline">
              {w.settings}
            </a>
          )}
        </p>
      ) : (
        <ol className="flex flex-col gap-2" aria-label={w.attempts}>
          {attempts.map((attempt) => (
            <AttemptView key={attempt.id} attempt={attempt} isLast={attempt === attempts.at(-1)} />
          ))}
        </ol>
      )}
    </section>
  )
}
