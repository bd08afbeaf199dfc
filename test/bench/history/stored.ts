import { existsSync } from 'node:fs'
import { cp, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import Database from 'better-sqlite3'
import type { PostbackStore } from '../../../src/core/ports.ts'
import type { PlannedReply } from '../../../src/core/postback.ts'
import { TEXT_BLOCK } from '../../../src/services/store/search-index/schema.ts'
import { createSqlitePostbackStore } from '../../../src/services/store/sqlite-postback-store.ts'
import type { BenchContext } from '../line.ts'
import { ENDPOINTS, historyRequest } from './requests.ts'

/** A data folder that is filled and closed. Lines that write take a copy. */
export interface StoredHistory {
  readonly folder: string
  readonly rows: number
  /** Newest request, in ms since the epoch. */
  readonly end: number
  /** What the folder takes on the disk. */
  readonly bytes: number
}

/** So many wait for their commit at a time: the store commits them by the hundred, and memory stays flat. */
const UNDER_WAY = 2_000
const INDEX_PATIENCE_MS = 15 * 60_000

/** The large history, built once a run. */
export function largeHistory(context: BenchContext): Promise<StoredHistory> {
  return history(context, context.rows)
}

/** The small one to compare with. */
export function smallHistory(context: BenchContext): Promise<StoredHistory> {
  return history(context, 1_000)
}

/** A copy that may be written to, gone at the end of the run. */
export async function copyOf(context: BenchContext, { folder }: StoredHistory): Promise<string> {
  const copy = join(await context.folder(), 'data')
  await cp(folder, copy, { recursive: true })
  return copy
}

/** A copy for lines that start the product on it and change nothing that others would notice. */
export function spareCopy(context: BenchContext): Promise<string> {
  return context.shared('spare copy', async () => {
    const resource = await copyOf(context, await largeHistory(context))
    return { resource, close: () => undefined }
  })
}

/** One of any size, built once a run. */
export function history(context: BenchContext, rows: number): Promise<StoredHistory> {
  return context.shared(`history of ${String(rows)}`, async () => {
    const folder = join(await context.folder(), 'data')
    const from = performance.now()
    const end = Date.now()
    await fill(context, folder, rows, end)
    const bytes = await folderBytes(folder)
    const seconds = (performance.now() - from) / 1000
    context.say(`${String(rows)} requests stored in ${seconds.toFixed(0)} s, ${(bytes / 1024 / 1024).toFixed(0)} MiB`)
    return { resource: { folder, rows, end, bytes }, close: () => undefined }
  })
}

/** Through the store itself, as captures go: what is read afterwards is what the product would have written. */
async function fill(context: BenchContext, folder: string, rows: number, end: number): Promise<void> {
  const store = await createSqlitePostbackStore({ folder, appVersion: '0.0.0' })
  try {
    const replies = await saveEndpoints(store)
    let next = 0
    const sender = async (): Promise<void> => {
      for (let n = next++; n < rows; n = next++) {
        context.signal.throwIfAborted()
        if (n % 100_000 === 99_999) context.say(`${String(n + 1)} …`)
        const request = historyRequest(n, rows, end)
        const { id } = await store.append(request, replies)
        store.recordReply(id, { sentAt: request.receivedAt + 2, senderGone: false })
      }
    }
    await Promise.all(Array.from({ length: Math.min(UNDER_WAY, rows) }, sender))
    await searchIndexThrough(context, folder, rows)
  } finally {
    await store.close()
  }
}

async function saveEndpoints(store: PostbackStore): Promise<PlannedReply> {
  const first = (await store.endpoints())[0]
  for (const [index, config] of ENDPOINTS.entries())
    await store.saveEndpoint(index === 0 ? (first?.id ?? null) : null, config)
  const { status, headers, body } = ENDPOINTS[0]?.reply ?? { status: 200, headers: [], body: 'OK' }
  return { status, headers, body, delayMs: 0 }
}

/** The search index is filled behind the captures: it belongs to what is measured. */
async function searchIndexThrough(context: BenchContext, folder: string, rows: number): Promise<void> {
  const file = join(folder, 'search.db')
  if (!existsSync(file)) return
  const until = performance.now() + INDEX_PATIENCE_MS
  for (;;) {
    context.signal.throwIfAborted()
    const through = indexedThrough(file)
    // The last block of texts is taken in when it is full.
    if (through > rows - TEXT_BLOCK) return
    if (performance.now() > until) throw new Error(`the search index stands at ${String(through)}`)
    await delay(500)
  }
}

function indexedThrough(file: string): number {
  const database = new Database(file, { readonly: true, timeout: 5_000 })
  try {
    const through = 'min(keys_through, text_through, accounts_through)'
    const row = database.prepare<[], { at: number }>(`SELECT ${through} AS at FROM state`).get()
    return row?.at ?? 0
  } finally {
    database.close()
  }
}

async function folderBytes(folder: string): Promise<number> {
  let bytes = 0
  for (const name of await readdir(folder)) {
    const found = await stat(join(folder, name))
    if (found.isFile()) bytes += found.size
  }
  return bytes
}
