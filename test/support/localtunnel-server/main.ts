import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { commandSchema, obey } from './command.ts'
import { createLocaltunnelServer } from './server.ts'

/**
 * The server as a process of its own, so that it can really be stopped, continued and killed:
 * `node main.ts [--port 0] [--bind 127.0.0.1] [--domain localhost] [--max-sockets 10] [--grace-ms 1000]
 * [--spare-names a,b,c]`. Prints `{"url":…,"port":…}` as one line once it listens, then `{"stoodIn":<ms>}` for each
 * answer in place of a tunnel's. Takes the commands of `command.ts` on its input; SIGTERM ends it.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    bind: { type: 'string', default: '127.0.0.1' },
    domain: { type: 'string', default: 'localhost' },
    'max-sockets': { type: 'string', default: '10' },
    'grace-ms': { type: 'string', default: '1000' },
    'spare-names': { type: 'string', default: '' },
  },
})

const print = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

const server = await createLocaltunnelServer({
  port: Number(values.port),
  bind: values.bind,
  domain: values.domain,
  maxSockets: Number(values['max-sockets']),
  graceMs: Number(values['grace-ms']),
  spareNames: values['spare-names'].split(',').filter((name) => name !== ''),
  onStandIn: () => print({ stoodIn: Date.now() }),
})
print({ url: server.url, port: server.port })
const lines = createInterface({ input: process.stdin })
lines.on('line', (line) => {
  obey(server, commandSchema.parse(JSON.parse(line)))
  print({ done: true })
})
process.once('SIGTERM', () => {
  lines.close()
  process.stdin.destroy()
  void server.close()
})
