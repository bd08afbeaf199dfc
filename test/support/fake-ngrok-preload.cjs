// Given to a whole process with `-r`: puts a fake in the place of the package @ngrok/ngrok, before the app loads it.
// FAKE_NGROK says how the service answers: `ok` (a tunnel on loopback), `never`, or the text of an error, in which TOKEN
// is the token. This is plain JavaScript of the oldest shell's time; fake-ngrok.ts is the one for tests in one process.
const { createServer, request } = require('node:http')
const Module = require('node:module')

const answer = (token) => {
  const how = process.env.FAKE_NGROK
  // As a call into the native package does, this keeps the process alive.
  if (how === 'never') return new Promise(() => setInterval(() => {}, 1000))
  return how === 'ok' ? Promise.resolve() : Promise.reject(new Error(how.replaceAll('TOKEN', token)))
}

const passOn = (target) => (incoming, outgoing) => {
  const { hostname, port } = new URL(target)
  const { method, url, headers } = incoming
  const inner = request({ host: hostname, port, method, path: url, headers, agent: false }, (reply) => {
    outgoing.writeHead(reply.statusCode, reply.headers)
    reply.pipe(outgoing)
  })
  inner.on('error', () => outgoing.writeHead(502).end())
  incoming.pipe(inner)
}

class SessionBuilder {
  authtoken(token) {
    this.token = token
    return this
  }
  clientInfo() {
    return this
  }
  handleDisconnection() {
    return this
  }
  async connect() {
    await answer(this.token)
    return { httpEndpoint: () => ({ domain() {}, listenAndForward }), close: async () => {} }
  }
}

async function listenAndForward(target) {
  const server = createServer(passOn(target))
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const ended = new Promise((resolve) => server.once('close', resolve))
  return {
    url: () => `http://127.0.0.1:${server.address().port}`,
    join: () => ended,
    close() {
      server.close()
      server.closeAllConnections()
      return ended
    },
  }
}

const file = require.resolve('@ngrok/ngrok')
const fake = new Module(file)
Object.assign(fake, { filename: file, loaded: true, exports: { SessionBuilder } })
require.cache[file] = fake
