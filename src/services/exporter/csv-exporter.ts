import { endingOf } from '../../core/deliveries.ts'
import { exportedBytes, isoTime, sentStatus } from '../../core/exported-parts.ts'
import type { ExportContext } from '../../core/ports.ts'
import type { Finding, PostbackDetail } from '../../core/postback.ts'
import { decimalCell, plainCell, textCell } from './csv-cell.ts'
import { endpointNames } from './exported-postback.ts'
import { recordExporter } from './record-exporter.ts'

/** Spreadsheets read a CSV file without it as something else than UTF-8, and change user ids by that. */
const BYTE_ORDER_MARK = '\u{feff}'

interface Column {
  readonly name: string
  readonly cell: (detail: PostbackDetail) => string
}

/**
 * RFC 4180: a header line, CRLF, quotes doubled; UTF-8 with a byte order mark. Text cells are escaped as `textCell`
 * says. After the fixed columns comes one for each extra field of an endpoint, `extra_` and its name; the user's marks
 * come last.
 */
export const csvExporter = recordExporter('csv', 'text/csv; charset=utf-8; header=present', (context) => {
  const columns = columnsFor(context)
  const names = columns.map(({ name }) => name)
  const cells = columns.map(({ cell }) => cell)
  return {
    head: `${BYTE_ORDER_MARK}${names.join(',')}\r\n`,
    record: (detail) => `${cells.map((cell) => cell(detail)).join(',')}\r\n`,
    tail: () => '',
  }
})

function columnsFor(context: ExportContext): readonly Column[] {
  const nameOf = endpointNames(context)
  const fields = new Set(context.endpoints.flatMap(({ extraFields }) => extraFields.map(({ field }) => field)))
  return [
    { name: 'id', cell: ({ id }) => plainCell(id) },
    { name: 'received_at', cell: ({ receivedAt }) => plainCell(isoTime(receivedAt)) },
    { name: 'kind', cell: ({ kind }) => plainCell(kind) },
    { name: 'verdict', cell: ({ verdict }) => plainCell(verdict) },
    { name: 'endpoint', cell: ({ endpointId }) => textCell(nameOf(endpointId)) },
    { name: 'endpoint_id', cell: ({ endpointId }) => textCell(endpointId) },
    { name: 'user_id', cell: ({ userId }) => textCell(userId) },
    { name: 'reward_amount', cell: ({ rewardAmount }) => textCell(rewardAmount) },
    { name: 'amount_value', cell: ({ amountValue }) => decimalCell(amountValue) },
    { name: 'findings', cell: ({ findings }) => plainCell(findings.map(findingLabel).join(' ')) },
    { name: 'method', cell: ({ method }) => textCell(method) },
    { name: 'target', cell: ({ target }) => textCell(target) },
    { name: 'http_version', cell: ({ httpVersion }) => textCell(httpVersion) },
    { name: 'remote_address', cell: ({ remoteAddress }) => textCell(remoteAddress) },
    { name: 'remote_port', cell: ({ remotePort }) => plainCell(remotePort) },
    { name: 'headers', cell: ({ rawHeaders }) => textCell(headerLines(rawHeaders)) },
    { name: 'body_length', cell: ({ bodyLength }) => plainCell(bodyLength) },
    { name: 'body_complete', cell: ({ bodyComplete }) => plainCell(bodyComplete) },
    { name: 'body_encoding', cell: ({ bodyBase64 }) => plainCell(exportedBytes(bodyBase64).encoding) },
    { name: 'body', cell: ({ bodyBase64 }) => textCell(exportedBytes(bodyBase64).content) },
    { name: 'rejection_code', cell: ({ rejectionCode }) => textCell(rejectionCode) },
    { name: 'rejection_bytes_base64', cell: ({ rejectionBytesBase64 }) => textCell(rejectionBytesBase64) },
    { name: 'reply_status', cell: (detail) => plainCell(sentStatus(detail)) },
    {
      name: 'reply_sent_at',
      cell: (detail) => plainCell(isoTime(sentStatus(detail) === null ? null : detail.reply.sentAt)),
    },
    { name: 'reply_sender_gone', cell: ({ reply }) => plainCell(reply.senderGone) },
    { name: 'reply_ending', cell: ({ reply }) => plainCell(endingOf(reply)) },
    ...[...fields].map((field) => ({
      name: `extra_${field}`,
      cell: ({ extras }: PostbackDetail) => textCell(extras.find((extra) => extra.field === field)?.value ?? null),
    })),
    { name: 'mark_pinned', cell: ({ mark }) => plainCell(mark.pinned) },
    { name: 'mark_colour', cell: ({ mark }) => plainCell(mark.colour) },
    { name: 'mark_note', cell: ({ note }) => textCell(note === '' ? null : note) },
  ]
}

/** `code`, or `code:field` where the code can concern several fields. */
function findingLabel({ code, field }: Finding): string {
  return field === null ? code : `${code}:${field}`
}

/** `Name: value`, a line each. A name without a value (never seen from a parser) is left out. */
function headerLines(rawHeaders: readonly string[]): string {
  let lines = ''
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    lines += `${at === 0 ? '' : '\n'}${rawHeaders[at] ?? ''}: ${rawHeaders[at + 1] ?? ''}`
  }
  return lines
}
