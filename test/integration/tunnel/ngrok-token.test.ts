import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createSecretStore } from '../../../electron/main/secret-store.ts'
import { createInspector, type Inspector } from '../../../src/app/inspector.ts'
import type { TunnelTokenStatus } from '../../../src/contract/secret-procedures.ts'
import { createSession, type Session } from '../../../src/contract/session.ts'
import type { HostMessage } from '../../../src/contract/wire.ts'
import type { SecretKeeper } from '../../../src/core/secret.ts'
import type { TunnelSettings } from '../../../src/core/settings.ts'
import { findSecret, searchFolder } from '../../support/canary.ts'
import { createFakeNgrok, type FakeNgrok } from '../../support/fake-ngrok.ts'
import { fakeSafeStorage } from '../../support/fake-safe-storage.ts'
import { ROOT, runCli } from '../../support/serve-process.ts'
import { tempFolder } from '../../support/temp-folder.ts'

/** Of a real token's length, so that no excerpt could hide that it was cut. Made up, and put together here alone. */
const CANARY = ['2canaryABCDEFGHIJKLMNOPQRST', '7uvWXyz0123456789abCD'].join('_')

interface Driven {
  readonly inspector: Inspector
  readonly fake: FakeNgrok
  readonly folder: string
  /** All that the host has said to its screen. */
  readonly said: () => string
  call(procedure: string, input: object): Promise<HostMessage>
}

async function aDriven(options: {
  readonly keeper?: (folder: string) => SecretKeeper | null
  readonly fromEnvironment?: string | null
  readonly tunnel?: Partial<TunnelSettings>
}): Promise<Driven> {
  const folder = await tempFolder()
  const fake = createFakeNgrok()
  const messages: HostMessage[] = []
  const bugs: unknown[] = []
  const inspector = await createInspector({
    dataFolder: folder,
    version: '0.0.0',
    face: 'desktop',
    overrides: { receiver: { port: 0 }, tunnel: { provider: 'ngrok', ...options.tunnel } },
    receiverRequired: true,
    ngrok: {
      keeper: options.keeper?.(folder) ?? null,
      fromEnvironment: options.fromEnvironment ?? null,
      load: async () => fake.client,
    },
    onBug: (error) => bugs.push(error),
  })
  const session: Session = createSession(inspector.router, inspector.log, {
    send: (message) => void messages.push(message),
    congested: () => false,
  })
  await session.receive({ type: 'subscribe', epoch: inspector.log.epoch, after: 0 })
  onTestFinished(async () => {
    session.close()
    await inspector.close()
    await fake.close()
    expect(bugs).toEqual([])
  })
  let id = 0
  return {
    inspector,
    fake,
    folder,
    said: () => JSON.stringify(messages),
    async call(procedure, input) {
      id += 1
      const answer = await session.answer({ type: 'call', id, procedure, input })
      messages.push(answer)
      return answer
    },
  }
}

const store = (folder: string): SecretKeeper =>
  createSecretStore(join(folder, 'ngrok-token.bin'), fakeSafeStorage({ isAsync: true }))
const tokenOf = (message: HostMessage): TunnelTokenStatus =>
  (message as unknown as { output: TunnelTokenStatus }).output
const untilTunnel = async ({ inspector }: Driven, state: string, why = /./): Promise<void> => {
  await expect.poll(() => inspector.tunnel, { interval: 5 }).toMatchObject({ state, why: expect.stringMatching(why) })
}

describe('the ngrok token', () => {
  it('opens the tunnel as soon as it is stored, and closes nothing else', async () => {
    const driven = await aDriven({ keeper: store })
    await untilTunnel(driven, 'failed', /There is no ngrok token\..*not tried again/)
    expect(driven.fake.asked).toEqual([])
    const status = tokenOf(await driven.call('tunnelToken.save', { token: ` ${CANARY}\n` }))
    expect(status).toEqual({ source: 'stored', stored: true, refusal: null, problem: null })
    await untilTunnel(driven, 'open')
    expect(driven.fake.asked[0]?.token).toBe(CANARY)
    const reply = await fetch(`${driven.inspector.tunnel.url ?? ''}/hitpoint?user_id=u_1&reward_amount=5`)
    expect(reply.status).toBe(200)
    await expect.poll(driven.said).toContain('u_1')
  })

  it('is not tried any more once it is removed', async () => {
    const driven = await aDriven({ keeper: store })
    await driven.call('tunnelToken.save', { token: CANARY })
    await untilTunnel(driven, 'open')
    expect(tokenOf(await driven.call('tunnelToken.remove', {}))).toMatchObject({ source: 'none', stored: false })
    await untilTunnel(driven, 'failed', /no ngrok token/)
    expect(driven.fake.sessions).toBe(0)
  })

  it('comes from the environment where none is stored, and the stored one goes first', async () => {
    const driven = await aDriven({ keeper: store, fromEnvironment: 'from-environment' })
    await untilTunnel(driven, 'open')
    expect(tokenOf(await driven.call('tunnelToken.status', {}))).toMatchObject({ source: 'environment', stored: false })
    await driven.call('tunnelToken.save', { token: CANARY })
    await untilTunnel(driven, 'open')
    await expect.poll(() => driven.fake.asked.map(({ token }) => token)).toEqual(['from-environment', CANARY])
  })

  it('cannot be stored where the face has no store, and the reason is said', async () => {
    const driven = await aDriven({ fromEnvironment: null })
    const refused = await driven.call('tunnelToken.save', { token: CANARY })
    expect(refused).toMatchObject({
      type: 'error',
      error: { code: 'refused', message: expect.stringMatching(/no system store.*NGROK_AUTHTOKEN.*desktop app/) },
    })
    expect(driven.said()).not.toContain(CANARY)
  })

  it.each([
    ['nothing', '  '],
    ['with a space in it', 'two words'],
    ['that is far too long', 'x'.repeat(501)],
  ])('is refused where it is no token: %s', async (_, token) => {
    const driven = await aDriven({ keeper: store })
    const refused = await driven.call('tunnelToken.save', { token })
    expect(refused).toMatchObject({ type: 'error', error: { code: 'invalid-input' } })
    expect(JSON.stringify(refused)).not.toContain(token.trim() || 'no such text')
  })
})

describe('nothing of the token is written or told', () => {
  it('by an inspector that stores it, opens with it, and fails with errors that quote it', async () => {
    const driven = await aDriven({ keeper: store, fromEnvironment: `${CANARY}e` })
    await driven.call('tunnelToken.save', { token: CANARY })
    await untilTunnel(driven, 'open')
    await fetch(`${driven.inspector.tunnel.url ?? ''}/hitpoint?user_id=u_1&reward_amount=5`)
    const errors = [
      'Your authtoken: TOKEN error_code: ERR_NGROK_105',
      'authentication failure: TOKEN is odd',
      `who knows ${Buffer.from(CANARY).toString('base64')} ${encodeURIComponent(CANARY)}`,
    ]
    for (const error of errors) {
      driven.fake.connecting = { error }
      await driven.call('tunnel.open', {})
      await untilTunnel(driven, 'failed')
    }
    driven.fake.connecting = 'ok'
    await driven.call('tunnel.open', {})
    await untilTunnel(driven, 'open')
    for (const fault of [() => driven.fake.drop('lost TOKEN'), () => driven.fake.end('broken TOKEN')]) {
      fault()
      await untilTunnel(driven, 'reopening', /.|/)
      await untilTunnel(driven, 'open')
    }
    await driven.call('app.overview', {})
    await driven.call('tunnelToken.status', {})
    await driven.inspector.close()

    expect(findSecret(Buffer.from(driven.said()), CANARY)).toEqual([])
    const { files, found } = await searchFolder(driven.folder, CANARY)
    expect(found).toEqual([])
    // The history, the log, and the encrypted token itself.
    expect(files).toBeGreaterThanOrEqual(3)
    await expect(readFile(join(driven.folder, 'ngrok-token.bin'))).resolves.toBeTruthy()
    console.log(`ngrok token: ${String(files)} files and ${String(driven.said().length)} characters said, none with it`)
  })

  it('and the search itself would find it in every spelling', () => {
    const spellings = [CANARY, Buffer.from(`x${CANARY}`).toString('base64'), Buffer.from(CANARY).toString('hex')]
    for (const spelling of spellings)
      expect(findSecret(Buffer.from(`before ${spelling} after`), CANARY)).not.toEqual([])
  })
})

describe('the command line with ngrok', () => {
  const fakeFor = (how: string) => ({
    NGROK_AUTHTOKEN: CANARY,
    FAKE_NGROK: how,
    NODE_OPTIONS: `--require ${join(ROOT, 'test/support/fake-ngrok-preload.cjs')}`,
  })
  const serve = (folder: string, env: NodeJS.ProcessEnv, ...args: string[]) =>
    runCli(['serve', '--json', '--port=0', '--no-ui', `--data=${folder}`, '--tunnel=ngrok', ...args], env)

  it('ends with 2 and a sentence where there is no token', async () => {
    const cli = serve(await tempFolder(), { NGROK_AUTHTOKEN: '' })
    expect(await cli.ended()).toBe(2)
    expect(cli.stderr()).toMatch(/needs your ngrok token in the environment variable NGROK_AUTHTOKEN/)
    expect(cli.stdout()).toBe('')
  })

  it('has no option that would take the token, for everybody could see it there', async () => {
    const cli = runCli(['serve', '--help'])
    expect(await cli.ended()).toBe(0)
    expect(cli.stdout()).not.toMatch(/--\S*(token|auth)/i)
  })

  it('takes the token from the environment, and prints and writes none of it', async () => {
    const folder = await tempFolder()
    const outputs: string[] = []
    const opened = serve(folder, fakeFor('ok'), '--log-values')
    const { url } = await opened.line(({ event, state }) => event === 'tunnel.changed' && state === 'open')
    expect((await fetch(`${url ?? ''}/hitpoint?user_id=u_1&reward_amount=5`)).status).toBe(200)
    expect(await opened.stop('SIGINT')).toBe(0)
    for (const error of ['Your authtoken: TOKEN error_code: ERR_NGROK_107', 'something about TOKEN']) {
      const failing = serve(folder, fakeFor(error), '--log-values')
      await failing.line(({ event, state }) => event === 'tunnel.changed' && state === 'failed')
      await failing.stop('SIGINT')
      outputs.push(failing.stdout(), failing.stderr())
    }
    const run = promisify(execFile)
    const entry = join(ROOT, 'scripts/adjump-inspector.mjs')
    const told = [
      ...['ndjson', 'json', 'csv', 'har'].map((format) => ['export', '--format', format]),
      ['report', '--since', '1h', '--format', 'json'],
      ['archive', '--out', join(folder, 'all.archive')],
    ]
    for (const args of told) {
      const { stdout, stderr } = await run(process.execPath, [entry, ...args, '--data', folder], {
        env: { ...process.env, NGROK_AUTHTOKEN: CANARY },
      })
      outputs.push(stdout, stderr)
    }
    outputs.push(opened.stdout(), opened.stderr())
    expect(outputs.join('\n')).toContain('u_1')
    expect(findSecret(Buffer.from(outputs.join('\n')), CANARY)).toEqual([])
    expect((await searchFolder(folder, CANARY)).found).toEqual([])
  }, 60_000)

  it('ends soon after Ctrl+C though ngrok’s service never answers', async () => {
    const cli = serve(await tempFolder(), fakeFor('never'))
    await cli.line(({ event }) => event === 'tunnel.changed')
    expect(await cli.stop('SIGINT')).toBe(0)
  })
})
