import { parseArgs } from 'node:util'
import { createLocaltunnelServer } from './server.ts'

/**
 * The server as a process of its own, so that it can really be stopped, continued and killed:
 * `node main.ts [--port 0] [--domain localhost] [--max-sockets 10] [--grace-ms 1000]`.
 * Prints `{"url":…,"port":…}` as one line once it listens; SIGTERM ends it.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    domain: { type: 'string', default: 'localhost' },
    'max-sockets': { type: 'string', default: '10' },
    'grace-ms': { type: 'string', default: '1000' },
  },
})

const server = await createLocaltunnelServer({
  port: Number(values.port),
  domain: values.domain,
  maxSockets: Number(values['max-sockets']),
  graceMs: Number(values['grace-ms']),
})
process.stdout.write(`${JSON.stringify({ url: server.url, port: server.port })}\n`)
process.once('SIGTERM', () => void server.close())
