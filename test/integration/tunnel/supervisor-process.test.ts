import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLocaltunnelProvider } from '../../../src/services/tunnel/localtunnel-provider.ts'
import { createProbeDesk } from '../../../src/services/tunnel/probe-desk.ts'
import { createTunnelSupervisor, type TunnelSupervisor } from '../../../src/services/tunnel/supervisor.ts'
import { type EchoServer, startEchoServer } from '../../support/localtunnel-server/echo-server.ts'
import { type ServerProcess, spawnLocaltunnelServer } from '../../support/localtunnel-server/spawn.ts'

/** Looks often, else as in the product. */
const OFTEN = { probeEveryMs: 200, probeTimeoutMs: 300, probeWhenDegradedMs: 200, patientProbeTimeoutMs: 400 }

describe('the tunnel supervisor and a server in a process of its own', () => {
  let server: ServerProcess
  let local: EchoServer
  let supervisor: TunnelSupervisor
  let url: string | null

  const until = async (state: string): Promise<void> => {
    await expect.poll(() => supervisor.status.state, { timeout: 15_000 }).toBe(state)
  }

  beforeEach(async () => {
    server = await spawnLocaltunnelServer()
    const desk = createProbeDesk()
    local = await startEchoServer((target) => desk.answer(target))
    supervisor = createTunnelSupervisor({ probeDesk: desk, userAgent: 'adjump-inspector/test', timings: OFTEN })
    supervisor.use(createLocaltunnelProvider({ host: server.url, subdomain: null }), local.port)
    await until('open')
    url = supervisor.status.url
  })
  afterEach(async () => {
    await supervisor.close()
    await server.end()
    await local.close()
  })

  it('notices that the server was killed, and is open again under the same URL when it is back', async () => {
    server.signal('SIGKILL')
    await until('reopening')
    await server.end()
    server = await spawnLocaltunnelServer(server.port)
    await until('open')
    expect(supervisor.status.url).toBe(url)
  })

  it('notices a server that stands still without a word, and is open again under the same URL when it goes on', async () => {
    server.signal('SIGSTOP')
    await until('degraded')
    await until('reopening')
    server.signal('SIGCONT')
    await until('open')
    expect(supervisor.status.url).toBe(url)
  })
})
