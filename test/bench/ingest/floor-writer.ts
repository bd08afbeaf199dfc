/** The thread of `floor.ts`: a commit for each message. */
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'

export type FloorRow = readonly [receivedAt: number, method: string, url: string, headers: string]

const database = new Database(join(String(workerData), 'requests.db'))
database.pragma('page_size = 8192')
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')
database.pragma('wal_autocheckpoint = 2000')
database.exec('CREATE TABLE request (id INTEGER PRIMARY KEY, received_at INTEGER, method TEXT, url TEXT, headers TEXT)')
const insert = database.prepare<[...FloorRow]>(
  'INSERT INTO request (received_at, method, url, headers) VALUES (?, ?, ?, ?)',
)
const store = database.transaction((rows: readonly FloorRow[]) => {
  for (const row of rows) insert.run(...row)
})
parentPort?.on('message', (rows: readonly FloorRow[]) => {
  store(rows)
  parentPort?.postMessage(rows.length)
})
