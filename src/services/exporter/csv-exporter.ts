import { endingOf } from '../../core/deliveries.ts'
import { exportedBytes, isoTime, sentStatus } from '../../core/exported-parts.ts'
import type { ExportContext } from '../../core/ports.ts'
import type { Finding, PostbackDetail } from '../../core/postback.ts'
import {
  type DetailStem,
  type StoredHeaders,
  type StoredRecord,
  templatePieces,
  wholeList,
} from '../../core/stored-record.ts'
import { asciiFlags, type TextSink } from '../../core/text-sink.ts'
import { decimalCell, plainCell, textCell } from './csv-cell.ts'
import { endpointNames } from './exported-postback.ts'
import { recordExporter } from './record-exporter.ts'

/** Spreadsheets read a CSV file without it as something else than UTF-8, and change user ids by that. */
const BYTE_ORDER_MARK = '\u{feff}'

/** What is in a cell: a text that is escaped where it must be, or one that needs no escaping. */
type Column = { readonly name: string } & (
  | { readonly text: (detail: DetailStem) => string | null }
  | { readonly plain: (detail: DetailStem) => string }
  | { readonly headers: true }
)

/**
 * RFC 4180: a header line, CRLF, quotes doubled; UTF-8 with a byte order mark. Text cells are escaped as `textCell`
 * says. After the fixed columns comes one for each extra field of an endpoint, `extra_` and its name; the user's marks
 * come last.
 */
export const csvExporter = recordExporter('csv', 'text/csv; charset=utf-8; header=present', (context) => {
  const columns = columnsFor(context)
  return {
    head: `${BYTE_ORDER_MARK}${columns.map(({ name }) => name).join(',')}\r\n`,
    record: (detail) => `${columns.map((column) => cellOf(column, detail)).join(',')}\r\n`,
    addStored(record, _isFirst, sink) {
      for (let at = 0; at < columns.length; at += 1) {
        if (at > 0) sink.add(',')
        const column = columns[at]
        if (column !== undefined) addCell(sink, column, record)
      }
      sink.add('\r\n')
      return true
    },
    tail: () => '',
  }
})

function cellOf(column: Column, detail: PostbackDetail): string {
  if ('text' in column) return textCell(column.text(detail))
  return 'plain' in column ? column.plain(detail) : headersCell(detail.rawHeaders)
}

function addCell(sink: TextSink, column: Column, record: StoredRecord): void {
  if ('text' in column) addTextCell(sink, column.text(record))
  else if ('plain' in column) sink.add(column.plain(record))
  else addHeaders(sink, record.headers)
}

function columnsFor(context: ExportContext): readonly Column[] {
  const nameOf = endpointNames(context)
  const fields = new Set(context.endpoints.flatMap(({ extraFields }) => extraFields.map(({ field }) => field)))
  return [
    { name: 'id', plain: ({ id }) => plainCell(id) },
    { name: 'received_at', plain: ({ receivedAt }) => plainCell(isoTime(receivedAt)) },
    { name: 'kind', plain: ({ kind }) => plainCell(kind) },
    { name: 'verdict', plain: ({ verdict }) => plainCell(verdict) },
    { name: 'endpoint', text: ({ endpointId }) => nameOf(endpointId) },
    { name: 'endpoint_id', text: ({ endpointId }) => endpointId },
    { name: 'user_id', text: ({ userId }) => userId },
    { name: 'reward_amount', text: ({ rewardAmount }) => rewardAmount },
    { name: 'amount_value', plain: ({ amountValue }) => decimalCell(amountValue) },
    { name: 'findings', plain: ({ findings }) => plainCell(findings.map(findingLabel).join(' ')) },
    { name: 'method', text: ({ method }) => method },
    { name: 'target', text: ({ target }) => target },
    { name: 'http_version', text: ({ httpVersion }) => httpVersion },
    { name: 'remote_address', text: ({ remoteAddress }) => remoteAddress },
    { name: 'remote_port', plain: ({ remotePort }) => plainCell(remotePort) },
    { name: 'headers', headers: true },
    { name: 'body_length', plain: ({ bodyLength }) => plainCell(bodyLength) },
    { name: 'body_complete', plain: ({ bodyComplete }) => plainCell(bodyComplete) },
    { name: 'body_encoding', plain: ({ bodyBase64 }) => plainCell(exportedBytes(bodyBase64).encoding) },
    { name: 'body', text: ({ bodyBase64 }) => exportedBytes(bodyBase64).content },
    { name: 'rejection_code', text: ({ rejectionCode }) => rejectionCode },
    { name: 'rejection_bytes_base64', text: ({ rejectionBytesBase64 }) => rejectionBytesBase64 },
    { name: 'reply_status', plain: (detail) => plainCell(sentStatus(detail)) },
    {
      name: 'reply_sent_at',
      plain: (detail) => plainCell(isoTime(sentStatus(detail) === null ? null : detail.reply.sentAt)),
    },
    { name: 'reply_sender_gone', plain: ({ reply }) => plainCell(reply.senderGone) },
    { name: 'reply_ending', plain: ({ reply }) => plainCell(endingOf(reply)) },
    ...[...fields].map((field) => ({
      name: `extra_${field}`,
      text: ({ extras }: DetailStem) => extras.find((extra) => extra.field === field)?.value ?? null,
    })),
    { name: 'mark_pinned', plain: ({ mark }) => plainCell(mark.pinned) },
    { name: 'mark_colour', plain: ({ mark }) => plainCell(mark.colour) },
    { name: 'mark_note', text: ({ note }) => (note === '' ? null : note) },
  ]
}

/** `code`, or `code:field` where the code can concern several fields. */
function findingLabel({ code, field }: Finding): string {
  return field === null ? code : `${code}:${field}`
}

/** A cell that `textCell` leaves as it is, for certain. */
const PLAIN = asciiFlags(/[^\s",;|'\p{Control}]/u)
const PLAIN_START = asciiFlags(/[\w/{]/)

function addTextCell(sink: TextSink, text: string | null): void {
  if (text === null) return
  if (text === '' || !sink.addIf(text, PLAIN, PLAIN_START)) sink.add(textCell(text))
}

function headersCell(rawHeaders: readonly string[]): string {
  return textCell(headerLines(rawHeaders))
}

/** In a cell in quotes this stands as it is, behind a colon: it neither is nor ends anything that `textCell` escapes. */
const PLAIN_VALUE = /^[^;|'"\t\r\n]*$/

function addHeaders(sink: TextSink, headers: StoredHeaders): void {
  const { template, own } = headers
  const pieces = template === null ? [] : templatePieces(template, headersCell)
  if (pieces[0]?.startsWith('"') !== true || !own.every((value) => PLAIN_VALUE.test(value))) {
    sink.add(headersCell(wholeList(headers)))
    return
  }
  sink.add(pieces[0])
  for (let at = 0; at < own.length; at += 1) {
    sink.add(own[at] ?? '')
    sink.add(pieces[at + 1] ?? '')
  }
}

/** `Name: value`, a line each. A name without a value (never seen from a parser) is left out. */
function headerLines(rawHeaders: readonly string[]): string {
  let lines = ''
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    lines += `${at === 0 ? '' : '\n'}${rawHeaders[at] ?? ''}: ${rawHeaders[at + 1] ?? ''}`
  }
  return lines
}
