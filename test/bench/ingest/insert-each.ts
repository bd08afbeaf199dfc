/**
 * The peer: what most catchers that keep requests do, at its fastest. One INSERT a request into SQLite with
 * `synchronous=FULL`, answered when it is committed; no findings, no screen. Prints its port.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import Database from 'better-sqlite3'

const database = new Database(join(process.argv[2] ?? '.', 'requests.db'))
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')
database.exec('CREATE TABLE request (id INTEGER PRIMARY KEY, received_at INTEGER, method TEXT, url TEXT, headers TEXT)')
const insert = database.prepare('INSERT INTO request (received_at, method, url, headers) VALUES (?, ?, ?, ?)')

const server = createServer(({ method, url, rawHeaders }, response) => {
  insert.run(Date.now(), method, url, JSON.stringify(rawHeaders))
  response.setHeader('Content-Type', 'text/plain')
  response.end('OK')
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => console.log(String((server.address() as AddressInfo).port)))
process.once('disconnect', () => process.exit())
