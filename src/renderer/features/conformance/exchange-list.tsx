import type { Exchange, ExchangeReply } from '../../../core/conformance/run.ts'
import { words } from '../../../words/words.ts'
import { formatDuration } from '../../lib/format.ts'
import { placed } from '../../lib/placed.ts'
import { VisibleText } from '../../ui/visible-text.tsx'

const SHOWN_TARGET = 600
const SHOWN_BODY = 2000

/** What was sent, byte for byte as far as it is shown, and what came back, like replies together. */
export function ExchangeList({ exchanges }: { exchanges: readonly Exchange[] }) {
  return (
    <ol className="flex flex-col gap-2">
      {placed(exchanges).map(({ item, place }) => (
        <li key={place} className="flex flex-col gap-1">
          <p className="text-s text-muted">{words().conformance.exchange.sent(item.label, item.sent)}</p>
          <pre className="rounded-m bg-sunken px-2 py-1 font-mono text-s break-all whitespace-pre-wrap">
            {item.method} <VisibleText text={item.target} max={SHOWN_TARGET} />
          </pre>
          {placed(item.replies).map((reply) => (
            <ReplyBlock key={reply.place} reply={reply.item} />
          ))}
        </li>
      ))}
    </ol>
  )
}

function ReplyBlock({ reply }: { reply: ExchangeReply }) {
  const w = words().conformance.exchange
  return (
    <div className="flex flex-col gap-1 pl-3">
      <p className="text-s">
        {w.reply(reply.count, reply.status, formatDuration(reply.ms))}
        {reply.failure !== null && (
          <span className="text-fail">
            {' '}
            <VisibleText text={reply.failure} />
          </span>
        )}
      </p>
      {reply.body !== '' && (
        <pre className="max-h-60 overflow-auto rounded-m bg-sunken px-2 py-1 font-mono text-s break-all whitespace-pre-wrap">
          {placed(reply.body.slice(0, SHOWN_BODY).split('\n')).map(({ item, place }) => (
            <span key={place} className="block">
              <VisibleText text={item} />
            </span>
          ))}
        </pre>
      )}
      {reply.bodyLength > SHOWN_BODY && <p className="text-s text-muted">{w.bytesInAll(reply.bodyLength)}</p>}
    </div>
  )
}
