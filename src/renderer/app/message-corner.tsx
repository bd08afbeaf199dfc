import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { words } from '../../words/words.ts'
import { cx } from '../lib/cx.ts'
import { useExternalStore } from '../lib/external-store.ts'
import { type Message, messages, unsay } from '../lib/messages.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { StatusMark } from '../ui/status-mark.tsx'
import { VisibleText } from '../ui/visible-text.tsx'

/** An error stays until it is dismissed; the rest goes by itself, but not while it is pointed at. */
const SHOWN_MS = 6000
const SHOWN_WITH_ACTION_MS = 12_000
/** What a message quotes may be as long as a stranger likes; the view that it is about has the whole of it. */
const MOST_CHARACTERS = 600

export function MessageCorner() {
  const all = useExternalStore(messages)
  const next = all.findLast((message) => message.action)
  return (
    <div
      role="log"
      aria-label={words().shell.messages}
      className="pointer-events-none fixed right-3 bottom-3 z-30 flex w-[min(400px,calc(100vw-24px))] flex-col items-end gap-2"
    >
      {all.map((message) => (
        <MessageCard key={message.id} message={message} isNext={message === next} />
      ))}
    </div>
  )
}

/** `isNext`: its way back is the one that the key for undoing takes. */
function MessageCard({ message, isNext }: { message: Message; isNext: boolean }) {
  const [held, setHeld] = useState(false)
  const { id, severity, action } = message
  useEffect(() => {
    if (held || severity === 'error') return
    const timer = setTimeout(() => unsay(id), action ? SHOWN_WITH_ACTION_MS : SHOWN_MS)
    return () => clearTimeout(timer)
  }, [held, id, severity, action])
  return (
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className={cx(
        'appearing pointer-events-auto flex max-w-full items-start gap-2 rounded-l bg-raised py-1.5 pr-1.5 pl-3 shadow-float',
        severity === 'error' && 'border border-fail-line',
      )}
    >
      {severity === 'error' && (
        <span className="mt-1.5">
          <StatusMark tone="bad" />
        </span>
      )}
      <p className="min-w-0 flex-1 py-0.5 wrap-anywhere">
        <VisibleText text={message.text} max={MOST_CHARACTERS} />
      </p>
      {action && (
        <Button
          size="s"
          action={isNext ? 'change.undo' : undefined}
          onClick={() => {
            unsay(id)
            action.run()
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton
        size="s"
        label={words().ui.dismiss}
        icon={<X aria-hidden="true" size={14} />}
        onClick={() => unsay(id)}
      />
    </div>
  )
}
