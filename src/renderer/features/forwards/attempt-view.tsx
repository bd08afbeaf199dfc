import { base64ToLatin1 } from '../../../core/base64.ts'
import type { ForwardAttempt } from '../../../core/forward-records.ts'
import { words } from '../../../words/words.ts'
import { base64ToText } from '../../lib/bytes.ts'
import { formatDuration, formatSize, formatTime, formatTimeTitle, isoTime } from '../../lib/format.ts'
import { placed } from '../../lib/placed.ts'
import { Pieces } from '../../ui/pieces.tsx'
import { StatusBadge } from '../../ui/sending/results-table.tsx'
import { VisibleText } from '../../ui/visible-text.tsx'

/** More of a body is not drawn. */
const MOST_CHARACTERS = 4_000

/** One attempt: what came back and how long it took, or what went wrong in words. */
export function AttemptView({ attempt, isLast }: { attempt: ForwardAttempt; isLast: boolean }) {
  const { reply, failure, startedAt, retryAt } = attempt
  const w = words().forwards.attempt
  const location = reply === null ? null : headerOf(reply.rawHeaders, 'location')
  const isRedirect = reply !== null && reply.status >= 300 && reply.status < 400 && location !== null
  return (
    <li className="flex flex-col gap-1 rounded-m border border-line px-2.5 py-2">
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
        <span className="text-s text-faint tabular-nums">{attempt.attempt}.</span>
        <StatusBadge status={failure === null ? (reply?.status ?? null) : null} failure={failure?.code ?? null} />
        {reply !== null && reply.statusText !== '' && (
          <span>
            <VisibleText text={reply.statusText} max={80} />
          </span>
        )}
        <span className="text-s text-muted tabular-nums">
          {attempt.totalMs > 0 && `${formatDuration(attempt.totalMs)} · `}
          <time dateTime={isoTime(startedAt)} title={formatTimeTitle(startedAt)}>
            {formatTime(startedAt, { withMs: true })}
          </time>
          {` · ${w.modes[attempt.mode]}`}
        </span>
      </p>
      {attempt.url !== '' && (
        <p className="font-mono text-s break-all text-muted">
          <VisibleText text={attempt.url} max={2000} />
        </p>
      )}
      {failure !== null && (
        <p>
          <VisibleText text={failure.sentence} max={1000} />
        </p>
      )}
      {isRedirect && (
        <p>
          <Pieces
            of={w.redirects(
              <span className="font-mono text-s break-all">
                <VisibleText text={location} max={2000} />
              </span>,
            )}
          />
        </p>
      )}
      {isLast && retryAt !== null && (
        <p className="text-s text-muted">
          <Pieces of={w.next(<time dateTime={isoTime(retryAt)}>{formatTime(retryAt)}</time>)} />
        </p>
      )}
      {reply !== null && <ReplyDetails attempt={attempt} reply={reply} />}
    </li>
  )
}

function ReplyDetails({ attempt, reply }: { attempt: ForwardAttempt; reply: NonNullable<ForwardAttempt['reply']> }) {
  const { connectMs, firstByteMs, remoteAddress } = attempt
  const body = base64ToText(reply.bodyBase64) ?? base64ToLatin1(reply.bodyBase64)
  const headers = pairsOf(reply.rawHeaders)
  const w = words().forwards.attempt
  return (
    <>
      {body !== '' && (
        <pre className="max-h-40 overflow-auto rounded-m border border-line bg-sunken px-2 py-1.5 font-mono text-s break-all whitespace-pre-wrap">
          <Lines text={body} />
        </pre>
      )}
      <details className="text-s text-muted">
        <summary className="w-fit rounded-s hover:text-ink">
          {w.details(reply.bodyLength === 0 ? w.noBody : formatSize(reply.bodyLength), headers.length)}
        </summary>
        <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
          <dt>{w.connectedAfter}</dt>
          <dd>{w.connected(connectMs === null ? null : formatDuration(connectMs), remoteAddress)}</dd>
          <dt>{w.firstByteAfter}</dt>
          <dd>{firstByteMs === null ? w.noByte : formatDuration(firstByteMs)}</dd>
          <dt>{w.overAfter}</dt>
          <dd>{formatDuration(attempt.totalMs)}</dd>
          {placed(headers).map(({ item: [name, value], place }) => (
            <div key={place} className="contents">
              <dt>
                <VisibleText text={name} max={80} />
              </dt>
              <dd className="font-mono break-all text-ink">
                <VisibleText text={value} max={2000} />
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  )
}

/** Line breaks are lines here; everything else that cannot be seen is an escape. */
function Lines({ text }: { text: string }) {
  const lines = text.slice(0, MOST_CHARACTERS).split(/\r?\n/)
  return (
    <>
      {placed(lines).map(({ item, place }) => (
        <span key={place}>
          {place > 0 && '\n'}
          <VisibleText text={item} />
        </span>
      ))}
      {text.length > MOST_CHARACTERS && <span className="text-muted">…</span>}
    </>
  )
}

function pairsOf(rawHeaders: readonly string[]): readonly (readonly [string, string])[] {
  return rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [[name, rawHeaders[at + 1] ?? ''] as const] : []))
}

function headerOf(rawHeaders: readonly string[], name: string): string | null {
  return pairsOf(rawHeaders).find(([found]) => found.toLowerCase() === name)?.[1] ?? null
}
