/**
 * How many requests a second the store commits, and what that costs a list beside it.
 *
 *   node test/bench/store-ingest.ts [rows] [senders]
 *
 * `senders` is how many requests wait for their commit at any time, as open connections would.
 */
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EVERYTHING, NEWEST_FIRST } from '../../src/core/filter.ts'
import { createSqlitePostbackStore } from '../../src/services/store/sqlite-postback-store.ts'
import { aCapturedRequest, OK_REPLY } from '../support/builders.ts'

const rows = Number(process.argv[2] ?? 100_000)
const senders = Number(process.argv[3] ?? 64)
const folder = await mkdtemp(join(tmpdir(), 'inspector-bench-'))
const opening = performance.now()
const store = await createSqlitePostbackStore({ folder, appVersion: '0.0.0' })
const opened = performance.now() - opening

const headers = Array.from({ length: 12 }, (_, n) => [`X-Header-${String(n)}`, `value number ${String(n)}`]).flat()
const filling = 'x'.repeat(180)
const waits: number[] = []
const pages: number[] = []
let sent = 0
const over = new AbortController()

const sender = async (): Promise<void> => {
  while (sent < rows) {
    const n = sent++
    const target = `/hitpoint?user_id=user_${String(n % 20_000)}&reward_amount=${String(n % 500)}.${String(n % 100)}&click=${filling}${String(n)}`
    const from = performance.now()
    const { id } = await store.append(
      aCapturedRequest({ target, rawHeaders: headers, receivedAt: Date.now() }),
      OK_REPLY,
    )
    waits.push(performance.now() - from)
    store.recordReply(id, { sentAt: Date.now(), senderGone: false })
  }
}
const list = async (): Promise<void> => {
  while (!over.signal.aborted) {
    const from = performance.now()
    await store.page({ filter: EVERYTHING, sort: NEWEST_FIRST, cursor: null, newerThan: null, limit: 100 })
    pages.push(performance.now() - from)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const start = performance.now()
const listing = list()
await Promise.all(Array.from({ length: senders }, sender))
const seconds = (performance.now() - start) / 1000
over.abort()
await listing

const counting = performance.now()
const counts = await store.counts(EVERYTHING)
const counted = performance.now() - counting
const endpoint = (await store.endpoints())[0]
let reread = 0
if (endpoint !== undefined) {
  const from = performance.now()
  const done = new Promise<void>((resolve) => {
    store.on((event) => {
      if (event.type === 'reread' && event.progress.state === 'done') resolve()
    })
  })
  await store.saveEndpoint(endpoint.id, { ...endpoint, duplicateWindowMinutes: 5 })
  await done
  reread = performance.now() - from
}
await store.close()
const size = (await stat(join(folder, 'history.db'))).size
const again = performance.now()
const reopened = await createSqlitePostbackStore({ folder, appVersion: '0.0.0' })
const reopening = performance.now() - again
await reopened.close()
await rm(folder, { recursive: true })

const at = (values: number[], share: number): string =>
  (values.sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0).toFixed(2)
console.log(`${String(counts.total)} rows, ${String(senders)} senders`)
console.log(`appends a second     ${(rows / seconds).toFixed(0)}`)
console.log(`append, ms           p50 ${at(waits, 0.5)}  p99 ${at(waits, 0.99)}`)
console.log(`newest page, ms      p50 ${at(pages, 0.5)}  p99 ${at(pages, 0.99)}`)
console.log(`counts of all, ms    ${counted.toFixed(1)}`)
console.log(`re-reading, rows/s   ${(rows / (reread / 1000)).toFixed(0)}`)
console.log(`bytes a row          ${(size / rows).toFixed(0)}`)
console.log(`open, ms             new ${opened.toFixed(0)}  with these rows ${reopening.toFixed(0)}`)
