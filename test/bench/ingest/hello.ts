/** The bare server that the receiver is measured against: answers `OK` and does nothing else. Prints its port. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const server = createServer((_request, response) => {
  response.setHeader('Content-Type', 'text/plain')
  response.end('OK')
})
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => console.log(String((server.address() as AddressInfo).port)))
// Who started it has ended.
process.once('disconnect', () => process.exit())
