import { z } from 'zod'
import { type ArchivedRequest, LATEST_TIME } from '../../core/archive.ts'

type HarRequest = Omit<ArchivedRequest, 'type' | 'installation' | 'id'>

/** As much as the receiver takes of a stranger's request by default, and more for nobody. */
const LONGEST_TARGET = 64 * 1024
const LONGEST_HEADERS = 64 * 1024
const MOST_HEADERS = 500
const MOST_BODY_BYTES = 1024 * 1024
const LONGEST_REPLY = 64 * 1024

/** RFC 9110, 5.6.2. */
const TOKEN = /^[!#$%&'*+.^_`|~\w-]{1,200}$/
/** What can stand in no request line, so no server has received it. */
const NOT_IN_TARGET = /[\0- \x7f]/
const NOT_IN_VALUE = /[\0\r\n]/

const pairs = z.array(z.object({ name: z.string(), value: z.string() })).max(MOST_HEADERS)

/** The part of an entry of HAR 1.2 that says what was sent and answered. What other programs leave out may be missing. */
const entrySchema = z.object({
  startedDateTime: z.string().max(100),
  time: z.number().min(0).max(LATEST_TIME).catch(0),
  request: z.object({
    method: z.string().regex(TOKEN),
    url: z.string().max(LONGEST_TARGET),
    httpVersion: z.string().max(100).catch(''),
    headers: pairs,
    bodySize: z.int().catch(0),
    postData: z
      .object({ text: z.string().catch(''), _encoding: z.string().optional().catch(undefined) })
      .nullish()
      .catch(null),
  }),
  response: z
    .object({
      status: z.int().min(100).max(999),
      headers: pairs.catch([]),
      content: z.object({ text: z.string().max(LONGEST_REPLY) }).catch({ text: '' }),
    })
    .nullable()
    .catch(null),
  /** Our own exports say exactly what HAR has no field for. */
  _adjump: z
    .object({
      target: z.string().max(LONGEST_TARGET),
      remoteAddress: z.string().max(100).nullable().catch(null),
      bodyComplete: z.boolean().catch(true),
      senderGone: z.boolean().catch(false),
    })
    .nullable()
    .catch(null),
})
type Entry = z.infer<typeof entrySchema>

/**
 * What an entry's request was to the server that received it; null where it is none that one could have received: no
 * http, control characters, no time, or beyond the bounds of the receiver. Nothing of an entry is believed but that.
 */
export function requestOfEntry(value: unknown): HarRequest | null {
  const parsed = entrySchema.safeParse(value)
  if (!parsed.success) return null
  const entry = parsed.data
  const { request, response, _adjump: own } = entry
  const receivedAt = Math.floor(Date.parse(entry.startedDateTime))
  const target = own === null ? targetOf(request.url) : onWire(own.target)
  const headers = headersOf(entry)
  if (!(receivedAt >= 0 && receivedAt <= LATEST_TIME)) return null
  if (target === null || target === '' || NOT_IN_TARGET.test(target) || headers === null) return null
  const body = bodyOf(entry)
  return {
    receivedAt,
    remoteAddress: own?.remoteAddress ?? null,
    remotePort: null,
    httpVersion: /^HTTP\/(\d(?:\.\d)?)$/i.exec(request.httpVersion)?.[1] ?? null,
    method: request.method,
    target,
    headers,
    body: body.subarray(0, MOST_BODY_BYTES).toString('base64'),
    bodyLength: Math.max(body.length, request.bodySize),
    bodyComplete: own?.bodyComplete ?? true,
    rejection: null,
    reply: replyOf(response),
    outcome:
      response === null
        ? null
        : {
            sentAt: Math.min(receivedAt + Math.round(entry.time), LATEST_TIME),
            senderGone: own?.senderGone ?? false,
          },
    mark: null,
  }
}

/** Browsers write status 0 where no response came: nothing was sent, as far as anybody knows. */
function replyOf(response: Entry['response']): HarRequest['reply'] {
  if (response === null) return { status: 200, plan: [[], '', 0, 'silence'], relayed: null }
  const headers = response.headers.map(({ name, value }): [string, string] => [name, value])
  return { status: response.status, plan: [headers, response.content.text, 0], relayed: null }
}

/** Path and query as they stood in the URL: a server sees neither its host nor a fragment. */
function targetOf(url: string): string | null {
  const [, rest] = /^https?:\/\/[^/?#]+([^#]*)/i.exec(url) ?? []
  if (rest === undefined) return null
  return onWire(rest.startsWith('/') ? rest : `/${rest}`)
}

/** Name, value, name, value …; null where they could not have been sent. HTTP/2 has its request line among them. */
function headersOf({ request }: Entry): readonly string[] | null {
  const headers: string[] = []
  for (const { name, value } of request.headers) {
    if (name === ':authority') headers.unshift('Host', onWire(value))
    else if (!name.startsWith(':')) headers.push(name, onWire(value))
  }
  const wrong = headers.some((text, index) => (index % 2 === 0 ? !TOKEN.test(text) : NOT_IN_VALUE.test(text)))
  return wrong || headers.join('').length > LONGEST_HEADERS ? null : headers
}

function bodyOf({ request }: Entry): Buffer {
  const { postData } = request
  if (!postData) return Buffer.alloc(0)
  return Buffer.from(postData.text, postData._encoding === 'base64' ? 'base64' : 'utf8')
}

/** One character a byte. What holds nothing beyond that already is (so our exports write it); all else is UTF-8. */
function onWire(text: string): string {
  return /^[\0-\xff]*$/.test(text) ? text : Buffer.from(text, 'utf8').toString('latin1')
}
