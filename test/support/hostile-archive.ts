import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { ARCHIVE_FORMAT } from '../../src/core/archive.ts'
import { LONGEST_NOTE } from '../../src/core/mark.ts'

/** Header values and targets hold bytes: one character each. */
const bytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')

/**
 * An archive in which every text that its maker could choose is one of these: names, notes, targets, headers, bodies,
 * outages and replies. Its counts and its digest are right.
 */
export function hostileArchive(texts: readonly string[], receivedAt: number): Buffer {
  const counts = { endpoints: texts.length, outages: texts.length, requests: texts.length }
  const header = {
    ...{ format: ARCHIVE_FORMAT, version: 1, installation: '<b>\u202e\u001b[2J</b>', appVersion: '<i>\u202e' },
    ...{ createdAt: new Date(receivedAt).toISOString(), counts },
  }
  const endpoints = texts.map((text, nth) => ({
    ...{ type: 'endpoint', id: `${String(nth)}<b>\u202e` },
    config: {
      name: text.slice(0, 40),
      path: `/h${String(nth)}`,
      userIdParam: 'user_id',
      rewardAmountParam: 'reward_amount',
    },
  }))
  const outages = texts.map((text, nth) => ({
    ...{
      type: 'outage',
      reason: 'tunnel-down',
      from: receivedAt - 2000 * (nth + 2),
      to: receivedAt - 2000 * (nth + 2) + 1000,
    },
    why: text,
  }))
  const requests = texts.map((text, nth) => ({
    ...{ type: 'request', installation: '<b>\u202e', id: nth + 1, receivedAt: receivedAt + nth },
    ...{ remoteAddress: `<b>\u202e${text.slice(0, 20)}`, remotePort: 1, httpVersion: '1.1', method: 'GET' },
    target: `/h${String(nth)}?user_id=${encodeURIComponent(text)}&reward_amount=${bytes(text)}`,
    headers: [bytes(text), bytes(text), 'User-Agent', bytes(text)],
    ...{ body: Buffer.from(text).toString('base64'), bodyLength: Buffer.byteLength(text), bodyComplete: true },
    rejection: null,
    reply: { status: 200, plan: [[[bytes(text), bytes(text)]], bytes(text), 0], relayed: null },
    outcome: { sentAt: receivedAt + nth, senderGone: false },
    mark: { pinned: true, colour: 'red', note: text.slice(0, LONGEST_NOTE) },
  }))
  const lines = [header, ...endpoints, ...outages, ...requests].map((line) => `${JSON.stringify(line)}\n`).join('')
  const sha256 = createHash('sha256').update(lines).digest('hex')
  return gzipSync(`${lines}${JSON.stringify({ type: 'end', counts, sha256 })}\n`)
}
