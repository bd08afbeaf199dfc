import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { InvalidArgumentError } from 'commander'
import * as options from '../../../src/cli/options.ts'
import { createRequestGuard } from '../../../src/cli/request-guard.ts'
import { clientMessageSchema, hostMessageSchema } from '../../../src/contract/wire.ts'
import { ARCHIVE_FORMAT, ArchiveError } from '../../../src/core/archive.ts'
import { readArchive } from '../../../src/services/exporter/archive-reader.ts'
import { type FuzzTarget, must } from '../engine/target.ts'

/** The command line's own readers: a value, or a sentence for whoever typed it. */
export const cliOptions: FuzzTarget = {
  name: 'cli-options',
  seeds: ['4070', '0', 'none', 'https://x.example/', 'my-name', '2026-01-02T03:04:05Z', '12h', 'a=b', '0.5', '99999'],
  run({ text }) {
    const { parsePort, parseTunnel, parseTunnelHost, parseSubdomain, parseMoment, parseParam, parseTimeout } = options
    const readers = [
      parsePort,
      parseTunnel,
      parseTunnelHost,
      parseSubdomain,
      parseTimeout,
      (one: string) => parseMoment(one, 1_767_323_045_678),
      (one: string) => parseParam(one, []),
    ]
    for (const read of readers) {
      try {
        read(text)
      } catch (error) {
        must(error instanceof InvalidArgumentError && error.message !== '', `${read.name} threw ${String(error)}`)
      }
    }
  },
}

const COUNTS = { endpoints: 1, outages: 1, requests: 1 }
const LINES = [
  {
    format: ARCHIVE_FORMAT,
    version: 1,
    installation: 'i',
    appVersion: '1',
    createdAt: '2026-01-02T03:04:05.678Z',
    counts: COUNTS,
  },
  { type: 'endpoint', id: 'e1', config: { path: '/hitpoint' } },
  { type: 'outage', reason: 'asleep', from: 1, to: 2, why: 'x' },
  {
    type: 'request',
    installation: 'i',
    id: 1,
    receivedAt: 5,
    remoteAddress: null,
    remotePort: 1,
    httpVersion: '1.1',
    method: 'GET',
    target: '/',
    headers: ['A', 'b'],
    body: '',
    bodyLength: 0,
    bodyComplete: true,
    rejection: null,
    reply: { status: 200, plan: [[], 'OK'], relayed: null },
    outcome: null,
    mark: null,
  },
]
  .map((line) => `${JSON.stringify(line)}\n`)
  .join('')

const INTACT = LINES + endLine(LINES)

function endLine(before: string): string {
  const sha256 = createHash('sha256').update(before).digest('hex')
  return `${JSON.stringify({ type: 'end', counts: COUNTS, sha256 })}\n`
}

/** An archive: read to its end, or refused with its own error. What is changed under a digest that fits is looked into. */
export const archive: FuzzTarget = {
  name: 'archive',
  seeds: [INTACT, LINES, '{}\n', '', `${LINES}{"type":"end"}\n`],
  async run({ bytes }) {
    const text = Buffer.from(bytes)
    const body = text.subarray(0, text.lastIndexOf('\n', -2) + 1)
    const signed = Buffer.concat([body, Buffer.from(endLine(body.toString('latin1')), 'latin1')])
    for (const file of [gzipSync(text, { level: 1 }), gzipSync(signed, { level: 1 }), text]) {
      try {
        for await (const entry of readArchive(pieces(file))) must(typeof entry === 'object', 'an entry that is none')
      } catch (error) {
        if (!(error instanceof ArchiveError)) throw error
      }
    }
  },
}

async function* pieces(file: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.length; at += 1000) yield file.subarray(at, at + 1000)
}

/** The envelope between screen and host, and who may speak to the screen's server. */
export const wire: FuzzTarget = {
  name: 'wire',
  seeds: [
    '{"type":"call","id":1,"procedure":"app.overview","input":{}}',
    '{"type":"subscribe","epoch":null,"after":0}',
    '{"type":"events","epoch":"e","events":[{"seq":1,"event":"x","payload":null}]}',
    '127.0.0.1:4071\x1fhttp://127.0.0.1:4071\x1ftoken',
  ],
  run({ text, parts: [host = '', origin = '', token = '', site = null, mode = null, dest = null] }) {
    const { allowed } = GUARD.judge({ host, origin, token, fetch: { site, mode, dest } }, true)
    const isOurs = token === 'token' && /^(127\.0\.0\.1|localhost):4071$/i.test(host)
    must(!allowed || (isOurs && /^http:\/\/(127\.0\.0\.1|localhost):4071$/i.test(origin)), 'a stranger was let in')
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      return
    }
    clientMessageSchema.safeParse(value)
    hostMessageSchema.safeParse(value)
  },
}

const GUARD = createRequestGuard(4071, 'token')
