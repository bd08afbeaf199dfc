import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TunnelState, TunnelStatus } from '../../../src/core/status.ts'
import { createNgrokProvider } from '../../../src/services/tunnel/ngrok-provider.ts'
import { createProbeDesk } from '../../../src/services/tunnel/probe-desk.ts'
import { createTunnelSupervisor, type TunnelSupervisor } from '../../../src/services/tunnel/supervisor.ts'
import { createFakeNgrok, type FakeNgrok } from '../../support/fake-ngrok.ts'
import { type EchoServer, startEchoServer } from '../../support/localtunnel-server/echo-server.ts'
import { rememberOpenThings } from '../../support/localtunnel-server/open-things.ts'

const TOKEN = 'canary-token-4711'
/** A fiftieth of the real spans. */
const QUICK = {
  openDeadlineMs: 300,
  reopenDeadlineMs: 300,
  probeEveryMs: 100,
  probeTimeoutMs: 120,
  confirmAfterMs: 10,
  probeWhenDegradedMs: 60,
  patientProbeTimeoutMs: 200,
  verifyEveryMs: 50,
  verifyForMs: 1000,
  backoffFirstMs: 20,
  backoffMaxMs: 60,
  busyBackoffMs: 150,
  stableAfterMs: 0,
}

describe('a tunnel of ngrok under supervision', () => {
  let fake: FakeNgrok
  let local: EchoServer
  let supervisor: TunnelSupervisor
  let history: TunnelStatus[]

  const use = (): void =>
    supervisor.use(
      createNgrokProvider({
        token: async () => TOKEN,
        domain: null,
        version: '1.2.3',
        load: async () => fake.client,
        closeAgainMs: [20, 40],
      }),
      local.port,
    )
  const until = async (state: TunnelState, why: RegExp = /./): Promise<void> => {
    await expect
      .poll(() => supervisor.status, { timeout: 10_000, interval: 5 })
      .toMatchObject({ state, why: expect.stringMatching(why) })
  }
  const everSaid = async (state: TunnelState, why: RegExp): Promise<void> => {
    await expect
      .poll(() => history, { timeout: 10_000, interval: 5 })
      .toContainEqual(expect.objectContaining({ state, why: expect.stringMatching(why) }))
  }

  beforeEach(async () => {
    fake = createFakeNgrok()
    const desk = createProbeDesk()
    local = await startEchoServer((target) => desk.answer(target))
    supervisor = createTunnelSupervisor({ probeDesk: desk, userAgent: 'adjump-inspector/test', timings: QUICK })
    history = []
    supervisor.onStatus((status) => history.push(status))
  })
  afterEach(async () => {
    await supervisor.close()
    await fake.close()
    await local.close()
    if (JSON.stringify(history).includes(TOKEN)) throw new Error('a sentence held the token')
  })

  it('is open once the echo has come through it', async () => {
    use()
    await until('open', /reaches this inspector/)
    expect(supervisor.status.provider).toBe('ngrok')
  })

  it.each([
    ['its session drops', () => fake.drop(), /connection to ngrok is lost/],
    ['its listener ends by itself', () => fake.end(), /ngrok has ended the tunnel/],
    ['its forwarding fails', () => fake.end('error forwarding: TOKEN'), /stopped passing requests on/],
  ])('is opened anew, in another session, when %s', async (_, fault, says) => {
    use()
    await until('open')
    const before = fake.asked.length
    fault()
    await everSaid('reopening', says)
    await until('open')
    expect(fake.asked.length).toBe(before + 1)
    await expect.poll(() => fake.sessions).toBe(1)
  })

  it('is found dead by the probe alone where ngrok says nothing', async () => {
    use()
    await until('open')
    fake.frozen = true
    await everSaid('degraded', /./)
    await everSaid('reopening', /./)
    fake.frozen = false
    await until('open')
  })

  it('that never answers is given up and tried again', async () => {
    fake.connecting = 'never'
    use()
    await until('failed', /did not answer in time/)
    fake.connecting = 'ok'
    await until('open')
  })

  it('whose token is refused is not tried again until it is wished for anew', async () => {
    fake.connecting = { error: 'Your authtoken: TOKEN error_code: ERR_NGROK_107' }
    use()
    await until('failed', /token is not accepted.*not tried again before/)
    expect(supervisor.status.nextAttemptAt).toBeNull()
    await supervisor.probeNow()
    // Far longer than any back-off here.
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(fake.asked).toHaveLength(1)
    fake.connecting = 'ok'
    use()
    await until('open')
    expect(fake.asked).toHaveLength(2)
  })

  it('that has too many agents is left alone for a while, and tried again', async () => {
    fake.connecting = { error: 'limited to 1 simultaneous session error_code: ERR_NGROK_108' }
    use()
    await until('failed', /limit of simultaneous/)
    expect(supervisor.status.nextAttemptAt).not.toBeNull()
    fake.connecting = 'ok'
    await until('open')
  })

  it('leaves nothing open after 30 drops', async () => {
    const nothingLeft = await rememberOpenThings()
    use()
    await until('open')
    for (let round = 1; round <= 30; round += 1) {
      fake.drop()
      await expect.poll(() => fake.asked.length, { timeout: 10_000, interval: 5 }).toBe(round + 1)
      await until('open')
    }
    supervisor.use(null, null)
    await expect.poll(() => [fake.sessions, fake.listeners]).toEqual([0, 0])
    await nothingLeft()
  })
})
