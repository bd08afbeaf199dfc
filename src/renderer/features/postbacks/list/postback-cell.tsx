import type { PostbackSummary } from '../../../../core/postback.ts'
import { words } from '../../../../words/words.ts'
import { findingSentence } from '../../../lib/finding-sentence.ts'
import { formatDuration, formatMoment, formatSize, formatTime, formatTimeTitle } from '../../../lib/format.ts'
import { Badge } from '../../../ui/badge.tsx'
import { VerdictMark, verdictWord } from '../../../ui/verdict-mark.tsx'
import { spokenText, VisibleText } from '../../../ui/visible-text.tsx'
import { tellingFinding } from '../findings-order.ts'
import { type ColumnId, extraFieldOf, type KnownColumnId } from './columns.ts'
import { ReplyCell } from './reply-cell.tsx'
import { MarkWords } from './row-mark.tsx'

/** No column is wide enough for more. */
const MOST_CHARACTERS = 240

interface CellProps {
  row: PostbackSummary
  endpointNames: ReadonlyMap<string, string>
  today: number
}

/** What one column says of one request; one line, always text. */
export function PostbackCell({ column, ...rest }: { column: ColumnId } & CellProps) {
  const extra = extraFieldOf(column)
  if (extra !== null) {
    return <Value text={rest.row.extras.find(({ field }) => field === extra)?.value ?? null} mono />
  }
  // What is no extra field's is one of the known ones.
  return <KnownCell column={column as KnownColumnId} {...rest} />
}

function KnownCell({ column, row, endpointNames, today }: { column: KnownColumnId } & CellProps) {
  switch (column) {
    case 'verdict':
      return row.kind === 'postback' ? (
        <VerdictMark verdict={row.verdict} kind={row.kind} withWord />
      ) : (
        <Badge tone={row.kind === 'rejected' ? 'warn' : 'neutral'}>{verdictWord(null, row.kind)}</Badge>
      )
    case 'received':
      return <Time at={row.receivedAt} today={today} />
    case 'userId':
      return <Value text={row.userId} expected={row.kind === 'postback'} mono />
    case 'amount':
      return <Value text={row.rewardAmount} expected={row.kind === 'postback'} />
    case 'finding':
      return <Finding row={row} />
    case 'endpoint':
      return <Value text={row.endpointId === null ? null : (endpointNames.get(row.endpointId) ?? null)} />
    case 'status':
      return <ReplyCell reply={row.reply} />
    case 'size':
      return row.bodyLength === 0 ? <Nothing /> : formatSize(row.bodyLength)
    case 'duration':
      return row.reply.sentAt === null ? <Nothing /> : formatDuration(row.reply.sentAt - row.receivedAt)
    case 'id':
      return String(row.id)
    case 'method':
      return <Value text={row.method} mono />
    case 'target':
      return <Value text={row.target} mono />
    case 'origin':
      return <Value text={row.remoteAddress} mono />
    case 'marks':
      return <MarkWords mark={row.mark} nothing={<Nothing />} />
    default:
      return column satisfies never
  }
}

function Time({ at, today }: { at: number; today: number }) {
  const moment = formatMoment(at, today)
  return (
    <time dateTime={new Date(at).toISOString()} title={formatTimeTitle(at)} className="tabular-nums">
      {moment.includes(' ') ? moment : formatTime(at, { withMs: true })}
    </time>
  )
}

/** `expected` says that its absence is worth a word. */
function Value({ text, expected = false, mono = false }: { text: string | null; expected?: boolean; mono?: boolean }) {
  const w = words().postbacks.values
  if (text === null) return expected ? <span className="text-fail italic">{w.absent}</span> : <Nothing />
  if (text === '') return <span className="text-fail italic">{w.empty}</span>
  return (
    <span className={mono ? 'font-mono text-s' : undefined}>
      <VisibleText text={text} max={MOST_CHARACTERS} />
    </span>
  )
}

function Finding({ row }: { row: PostbackSummary }) {
  if (row.kind === 'rejected') {
    return <span className="text-muted">{row.rejectionCode ?? words().postbacks.values.noHttpRequest}</span>
  }
  if (row.kind !== 'postback') {
    return (
      <span className="font-mono text-s text-muted">
        <VisibleText text={`${row.method ?? ''} ${row.target ?? ''}`.trim()} max={MOST_CHARACTERS} />
      </span>
    )
  }
  const worst = tellingFinding(row.findings)
  if (!worst) return <Nothing />
  const colour = { error: 'text-fail', warning: 'text-warn', info: 'text-muted' }[worst.severity]
  const others = row.findings.length - 1
  return (
    <span className={colour} title={spokenText(findingSentence(worst))}>
      {worst.code}
      {others > 0 && <span className="text-faint"> +{String(others)}</span>}
    </span>
  )
}

function Nothing() {
  return (
    <span className="text-faint" aria-hidden="true">
      –
    </span>
  )
}
