/** A stored request as JSON, written piece by piece: the very text that `JSON.stringify` makes of an `ExportedPostback`. */
import { headerPairs } from '../../core/as-text.ts'
import { endingOf } from '../../core/deliveries.ts'
import { exportedBytes, isoTime, sentStatus } from '../../core/exported-parts.ts'
import type { ExportContext } from '../../core/ports.ts'
import { type StoredHeaders, type StoredRecord, type StoredReply, templatePieces } from '../../core/stored-record.ts'
import { asciiFlags, type TextSink } from '../../core/text-sink.ts'
import { terminalText } from '../../core/visible.ts'
import { endpointNames } from './exported-postback.ts'

/** All JSON has its control and format characters escaped, for it may be looked at. */
export function safeJson(value: unknown): string {
  return terminalText(JSON.stringify(value))
}

/** What stands in JSON as it is. */
const PLAIN = asciiFlags(/[ !#-[\]-~]/)

/** Writes a text, or null, behind what comes `before` it. */
function addText(sink: TextSink, before: string, text: string | null): void {
  sink.add(before)
  if (text === null) {
    sink.add('null')
    return
  }
  sink.add('"')
  if (!sink.addIf(text, PLAIN)) sink.add(safeJson(text).slice(1, -1))
  sink.add('"')
}

/** In the fields and the order of `toExported`, which a test holds it to. */
export function storedJson(context: ExportContext): (record: StoredRecord, sink: TextSink) => void {
  const nameOf = endpointNames(context)
  return (record, sink) => {
    const { reply, mark } = record
    const sentAt = sentStatus(record) === null ? null : reply.sentAt
    sink.add(`{"id":${String(record.id)},"receivedAt":"`)
    sink.add(isoTime(record.receivedAt))
    sink.add(`","kind":"${record.kind}"`)
    addText(sink, ',"method":', record.method)
    addText(sink, ',"target":', record.target)
    addText(sink, ',"endpoint":', nameOf(record.endpointId))
    addText(sink, ',"userId":', record.userId)
    addText(sink, ',"rewardAmount":', record.rewardAmount)
    addText(sink, ',"verdict":', record.verdict)
    sink.add(',"findings":')
    sink.add(record.findings.length === 0 ? '[]' : safeJson(record.findings))
    addText(sink, ',"remoteAddress":', record.remoteAddress)
    sink.add(`,"reply":{"status":${String(reply.status)}`)
    addText(sink, ',"sentAt":', isoTime(sentAt))
    sink.add(reply.senderGone ? ',"senderGone":true' : ',"senderGone":false')
    addText(sink, ',"ending":', endingOf(reply))
    sink.add(sentText(record.sent))
    addText(sink, ',"endpointId":', record.endpointId)
    addText(sink, ',"amountValue":', record.amountValue)
    addExtras(sink, record.extras)
    sink.add(`,"remotePort":${String(record.remotePort)}`)
    addText(sink, ',"httpVersion":', record.httpVersion)
    addHeaders(sink, record.headers)
    sink.add(`,"body":{"length":${String(record.bodyLength)},"complete":${String(record.bodyComplete)}`)
    addBytes(sink, record.bodyBase64)
    sink.add('},"rejection":')
    addRejection(sink, record)
    sink.add(mark.pinned ? ',"mark":{"pinned":true' : ',"mark":{"pinned":false')
    addText(sink, ',"colour":', mark.colour)
    addText(sink, ',"note":', record.note)
    sink.add('}}')
  }
}

function addExtras(sink: TextSink, extras: StoredRecord['extras']): void {
  sink.add(',"extras":[')
  for (let at = 0; at < extras.length; at += 1) {
    const { field = '', param = '', value = null } = extras[at] ?? {}
    addText(sink, at === 0 ? '{"field":' : ',{"field":', field)
    addText(sink, ',"param":', param)
    addText(sink, ',"value":', value)
    sink.add('}')
  }
  sink.add(']')
}

const sentTexts = new WeakMap<StoredReply, string>()

function sentText(sent: StoredReply): string {
  const known = sentTexts.get(sent)
  if (known !== undefined) return known
  const text = `,"headers":${safeJson(sent.headers)},"body":${safeJson(sent.body)}}`
  sentTexts.set(sent, text)
  return text
}

function pairsText(rawHeaders: readonly string[]): string {
  return `,"headers":${safeJson(headerPairs(rawHeaders))}`
}

function addHeaders(sink: TextSink, { template, own }: StoredHeaders): void {
  if (template === null) {
    sink.add(pairsText(own))
    return
  }
  const pieces = templatePieces(template, pairsText)
  sink.add(pieces[0] ?? '')
  for (let at = 0; at < own.length; at += 1) {
    const value = own[at] ?? ''
    // The pieces bring the quotes.
    if (!sink.addIf(value, PLAIN)) sink.add(safeJson(value).slice(1, -1))
    sink.add(pieces[at + 1] ?? '')
  }
}

function addBytes(sink: TextSink, base64: string): void {
  if (base64 === '') {
    sink.add(',"encoding":"utf8","content":""')
    return
  }
  const { encoding, content } = exportedBytes(base64)
  addText(sink, ',"encoding":', encoding)
  addText(sink, ',"content":', content)
}

function addRejection(sink: TextSink, { rejectionCode, rejectionBytesBase64 }: StoredRecord): void {
  if (rejectionCode === null) {
    sink.add('null')
    return
  }
  addText(sink, '{"code":', rejectionCode)
  addBytes(sink, rejectionBytesBase64 ?? '')
  sink.add('}')
}
