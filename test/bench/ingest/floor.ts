/**
 * What the product's way costs by itself: the requests of a moment go to a thread that stores them in one commit
 * (`synchronous=FULL`), then they are answered. One row each with its target and headers; nothing is read, judged, looked
 * up, counted or shown. Prints its port.
 */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { FloorRow } from './floor-writer.ts'

const writer = new Worker(join(import.meta.dirname, 'floor-writer.ts'), { workerData: process.argv[2] ?? '.' })
let rows: FloorRow[] = []
let waiting: ServerResponse[] = []
let underWay: readonly ServerResponse[] = []
let planned = false

function send(): void {
  planned = false
  if (underWay.length > 0 || rows.length === 0) return
  underWay = waiting
  writer.postMessage(rows)
  waiting = []
  rows = []
}

writer.on('message', () => {
  for (const response of underWay) response.end('OK')
  underWay = []
  send()
})

const server = createServer({ optimizeEmptyRequests: true }, ({ method = '', url = '', rawHeaders }, response) => {
  response.setHeader('Content-Type', 'text/plain')
  rows.push([Date.now(), method, url, rawHeaders.join('\n')])
  waiting.push(response)
  if (planned) return
  planned = true
  setImmediate(send)
})
server.keepAliveTimeout = 60_000
writer.once('online', () => {
  server.listen(0, '127.0.0.1', () => console.log(String((server.address() as AddressInfo).port)))
})
process.once('disconnect', () => process.exit())
