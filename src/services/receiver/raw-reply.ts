import { STATUS_CODES } from 'node:http'
import type { PlannedReply } from '../../core/postback.ts'

/** The bytes of a reply on a connection that Node's HTTP server has let go of; the connection closes after it. */
export function formatReply(reply: PlannedReply, withBody: boolean): Uint8Array {
  const hasBody = withBody && reply.status !== 204 && reply.status !== 304
  const body = Buffer.from(hasBody ? reply.body : '')
  const lines = [
    `HTTP/1.1 ${String(reply.status)} ${STATUS_CODES[reply.status] ?? 'unknown'}`,
    ...reply.headers.map(([name, value]) => `${name}: ${value}`),
  ]
  if (!reply.headers.some(([name]) => name.toLowerCase() === 'date')) lines.push(`Date: ${new Date().toUTCString()}`)
  lines.push('Connection: close')
  if (hasBody) lines.push(`Content-Length: ${String(body.length)}`)
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body])
}
