import { readFileSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { createReception } from '../../src/app/reception.ts'
import type { CapturedRequest } from '../../src/core/postback.ts'
import { createHttpReceiver } from '../../src/services/receiver/http-receiver.ts'
import { openReceiver } from '../integration/receiver/open-receiver.ts'
import { recordingDesk } from '../integration/receiver/recording-desk.ts'
import { anEndpoint } from '../support/detail-builders.ts'
import { isLongRun, rounds } from '../support/long-run.ts'
import { openStore } from '../support/open-store.ts'
import { seededRandom } from '../support/random-decimals.ts'
import { sendRaw } from '../support/raw-socket.ts'
import { tempFolder } from '../support/temp-folder.ts'
import {
  aReceiverCase,
  RECEIVER_SEEDS,
  type ReceiverCase,
  sendCase,
  type WholeRequest,
} from './engine/receiver-cases.ts'

const SEED = Number(process.env['ADJUMP_INSPECTOR_FUZZ_SEED'] ?? (isLongRun ? Date.now() % 1_000_000 : 3))
const AT_ONCE = 128
const HANG_MS = 1_000
/** Answered without the store: how slow the disk is, is no matter of the receiver's. */
const ECHO = '/.adjump-inspector/fuzz'

const corpus = z
  .array(
    z.object({
      base64: z.base64(),
      cuts: z.array(z.int()),
      leaving: z.enum(['half-close', 'close']),
      records: z.int(),
      found: z.string(),
    }),
  )
  .parse(JSON.parse(readFileSync(new URL('../fixtures/fuzz/receiver.json', import.meta.url), 'utf8')))

/** The real receiver on the real store; what was committed is kept by the sender's port, by their ids. */
async function aReceiver() {
  const store = await openStore({ folder: await tempFolder() })
  const reception = createReception(
    store,
    (target) => (target === ECHO ? 'echo' : null),
    () => undefined,
  )
  reception.setEndpoints([anEndpoint()])
  const kept = new Map<number, { id: number; request: CapturedRequest }[]>()
  let records = 0
  const receiver = await createHttpReceiver({
    port: 0,
    limits: { closeTimeout: 200, connections: 2_000, connectionsPerAddress: 2_000 },
    desk: {
      ...reception,
      async capture(request, reply) {
        const id = await reception.capture(request, reply)
        records += 1
        const port = request.remotePort ?? 0
        kept.set(
          port,
          [...(kept.get(port) ?? []), { id, request }].sort((a, b) => a.id - b.id),
        )
        return id
      },
    },
  })
  onTestFinished(() => receiver.close())
  return { port: receiver.port, store, kept, records: () => records }
}

/** What is wrong with what was kept of a case, in the order of the ids; null where nothing is. */
function complaint(one: ReceiverCase, kept: readonly CapturedRequest[]): string | null {
  // A reset throws away what the system had not handed over yet.
  if (one.leaving === 'reset') return null
  for (const [at, sent] of one.whole.entries()) {
    const request = kept[at]
    if (request === undefined || !isAsSent(request, sent)) return `request ${String(at)} is not there, or not as sent`
  }
  const left = kept.length - one.whole.length
  if (one.more) return left > 0 ? null : 'nothing was recorded of what stands behind the whole requests'
  return left === 0 ? null : `${String(left)} records too many`
}

function isAsSent(request: CapturedRequest, sent: WholeRequest): boolean {
  return (
    request.method === sent.method &&
    request.target === sent.target &&
    JSON.stringify(request.rawHeaders) === JSON.stringify(sent.rawHeaders) &&
    Buffer.from(request.body).toString('latin1') === sent.body
  )
}

function repeatCase({ bytes, cuts, leaving }: ReceiverCase): string {
  return `{ "base64": "${bytes.toString('base64')}", "cuts": [${cuts.join(', ')}], "leaving": "${leaving}", "records": …, "found": "…" } (put it into test/fixtures/fuzz/receiver.json to repeat it)`
}

/** The shortest of three, where the first is too long: another program may have had the processor. */
async function probe(port: number): Promise<number> {
  let shortest = Number.POSITIVE_INFINITY
  for (let turn = 0; turn < 3 && shortest > HANG_MS; turn += 1) {
    const from = performance.now()
    const { status } = await sendRaw(port, `GET ${ECHO} HTTP/1.1\r\nHost: x\r\n\r\n`)
    expect(status).toBe(200)
    shortest = Math.min(shortest, performance.now() - from)
  }
  return shortest
}

describe('what the fuzz of the receiver once found', () => {
  it.each(corpus)('is right now: $found', async ({ base64, cuts, leaving, records: least }) => {
    const desk = recordingDesk()
    const { port } = await openReceiver(desk)
    const bytes = Buffer.from(base64, 'base64')
    const { letGo } = await sendCase(port, { bytes, cuts, leaving }, () => true)
    expect(letGo).toBe(true)
    await expect.poll(() => desk.kept.length).toBe(least)
  })
})

describe('the receiver, under any bytes', () => {
  it('keeps every whole request once and exactly, leaves nothing unrecorded, and hangs for nobody', async () => {
    const random = seededRandom(SEED)
    const { port, store, kept, records } = await aReceiver()
    const connections = rounds(1_280, 100_096)
    const counts = { whole: 0, broken: 0, resets: 0, bytes: 0 }
    const sample: { id: number; sent: WholeRequest }[] = []
    let longest = 0
    let probes = 0
    const start = performance.now()

    for (let sent = 0; sent < connections; sent += AT_ONCE) {
      const cases = Array.from({ length: AT_ONCE }, () => aReceiverCase(random, RECEIVER_SEEDS))
      kept.clear()
      const under = cases.map(async (one) => ({
        one,
        ...(await sendCase(port, one, (text) => text.split('HTTP/1.1 ').length > one.whole.length)),
      }))
      longest = Math.max(longest, await probe(port))
      probes += 1
      for (const { one, from, letGo } of await Promise.all(under)) {
        const now = (): string | null =>
          complaint(
            one,
            (kept.get(from) ?? []).map(({ request }) => request),
          )
        expect(letGo, `not let go: ${repeatCase(one)}`).toBe(true)
        // The last record may still be on its way to the disk.
        if (now() !== null) await expect.poll(now, { timeout: 30_000, message: repeatCase(one) }).toBeNull()
        counts.whole += one.whole.length
        counts.bytes += one.bytes.length
        if (one.more) counts.broken += 1
        if (one.leaving === 'reset') counts.resets += 1
        const [first] = one.whole
        const id = kept.get(from)?.find(({ request }) => first !== undefined && isAsSent(request, first))?.id
        if (first !== undefined && id !== undefined && sample.length < 2_000) sample.push({ id, sent: first })
      }
    }
    const seconds = (performance.now() - start) / 1000
    console.log(
      `receiver: seed ${String(SEED)}, ${String(connections)} connections, ${(connections / seconds).toFixed(0)}/s, ${String(counts.whole)} whole requests, ${String(counts.broken)} broken ends, ${String(counts.resets)} resets, ${String(records())} records, longest of ${String(probes)} probes ${longest.toFixed(0)} ms`,
    )
    expect(longest).toBeLessThanOrEqual(HANG_MS)

    // What the receiver handed over is what lies on the disk.
    for (const { id, sent } of sample) {
      const detail = await store.detail(id)
      expect(detail?.target).toBe(sent.target)
      expect(detail?.rawHeaders).toEqual(sent.rawHeaders)
      expect(Buffer.from(detail?.bodyBase64 ?? '', 'base64').toString('latin1')).toBe(sent.body)
    }
  })
})
