import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { findSecret, searchFolder } from '../support/canary.ts'
import { ROOT } from '../support/serve-process.ts'
import { expect, type Running, test } from './fixtures.ts'
import { goTo } from './support/screen.ts'

const CANARY = ['2canaryABCDEFGHIJKLMNOPQRST', '7uvWXyz0123456789abCD'].join('_')

async function chooseNgrok({ page }: Pick<Running, 'page'>): Promise<void> {
  await goTo(page, 'Tunnel')
  // The radio buttons themselves lie beneath their labels.
  await page.getByRole('group', { name: 'Tunnel provider' }).getByText('ngrok', { exact: true }).click()
}

const tokenField = (page: Page) => page.getByLabel('ngrok token', { exact: true })

test('a token cannot be stored where the system has no store for it, and the screen says what to do', async ({
  face,
}) => {
  const running = await face.start()
  const { page, desktop } = running
  const backend = await desktop?.evaluate(({ safeStorage }) => safeStorage.getSelectedStorageBackend())
  // With a keyring there is nothing to refuse; such a system cannot show this.
  test.skip(backend !== undefined && backend !== 'basic_text', `this system has a keyring: ${String(backend)}`)
  await chooseNgrok(running)
  await expect(page.getByText('No token is set: the tunnel cannot open without one.')).toBeVisible()
  const reason =
    desktop === null ? /no system store for secrets behind this screen/ : /no keyring.*“basic_text”.*KWallet/
  await expect(page.getByText(reason)).toBeVisible()
  await expect(page.getByText(/environment variable NGROK_AUTHTOKEN/).first()).toBeVisible()
  await expect(tokenField(page)).toHaveCount(0)
  await expect(page.getByText(/There is no ngrok token.*not tried again/).first()).toBeVisible()
})

test.describe('with a fake of ngrok’s client', () => {
  const PRELOAD = join(ROOT, 'test/support/fake-ngrok-preload.cjs')
  // Node takes the one, Electron the other.
  const FAKE = { FAKE_NGROK: 'ok', NODE_OPTIONS: `--require ${PRELOAD}`, ADJUMP_INSPECTOR_PRELOAD: PRELOAD }

  async function withEnvironment<T>(values: NodeJS.ProcessEnv, act: () => Promise<T>): Promise<T> {
    const before = { ...process.env }
    Object.assign(process.env, values)
    try {
      return await act()
    } finally {
      for (const name of Object.keys(values)) {
        if (before[name] === undefined) delete process.env[name]
        else process.env[name] = before[name]
      }
    }
  }

  test('the token of the environment opens the tunnel, and the screen never has it', async ({ face }) => {
    const running = await withEnvironment({ ...FAKE, NGROK_AUTHTOKEN: CANARY }, () => face.start(['--tunnel=ngrok']))
    const { page } = running
    await expect(page.getByRole('button', { name: /^Tunnel: Tunnel open/ })).toBeVisible()
    await goTo(page, 'Tunnel')
    await expect(page.getByText('The token comes from the environment variable NGROK_AUTHTOKEN.')).toBeVisible()
    expect(findSecret(Buffer.from(await page.content()), CANARY)).toEqual([])
  })

  // The browser face has no store of the system.
  test('a token is stored, replaced and removed, and never shown', { tag: '@desktop' }, async ({ face }) => {
    const running = await withEnvironment(FAKE, () => face.start())
    const { page, desktop } = running
    // A keyring, where the machine has none: the rest of the way is the app's own.
    await desktop?.evaluate(({ safeStorage }) => {
      const turned = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0x5a))
      Object.assign(safeStorage, {
        getSelectedStorageBackend: () => 'gnome_libsecret',
        isEncryptionAvailable: () => true,
        encryptString: (text: string) => turned(Buffer.from(text)),
        decryptString: (encrypted: Buffer) => turned(encrypted).toString(),
      })
    })
    await chooseNgrok(running)
    await expect(tokenField(page)).toHaveAttribute('type', 'password')
    await tokenField(page).fill('two words')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByText(/A token has no spaces/)).toBeVisible()
    await tokenField(page).fill(CANARY)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByText('A token is stored, encrypted by this system.')).toBeVisible()
    await expect(tokenField(page)).toHaveValue('')
    await expect(page.getByRole('button', { name: /^Tunnel: Tunnel open/ })).toBeVisible()

    const file = join(face.dataFolder, 'ngrok-token.bin')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(findSecret(Buffer.from(await page.content()), CANARY)).toEqual([])
    const { files, found } = await searchFolder(face.dataFolder, CANARY)
    expect(found).toEqual([])
    expect(files).toBeGreaterThan(3)

    await page.getByRole('button', { name: 'Remove the stored token' }).click()
    await expect(page.getByText('No token is set: the tunnel cannot open without one.')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Tunnel: Tunnel failed/ })).toBeVisible()
    await expect(stat(file)).rejects.toThrow('ENOENT')
  })
})
