import { randomBytes } from 'node:crypto'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createSecretStore, type SafeStorage } from '../../../electron/main/secret-store.ts'
import { fakeSafeStorage } from '../../support/fake-safe-storage.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const TOKEN = 'canary-token-4711'

async function aStore(storage: SafeStorage) {
  const folder = await tempFolder()
  const file = join(folder, 'ngrok-token.bin')
  return { folder, file, store: createSecretStore(file, storage) }
}

describe.each([
  ['an older shell', () => fakeSafeStorage({ isAsync: false })],
  ['a newer shell', () => fakeSafeStorage({ isAsync: true })],
])('the secret store in %s', (_, storage) => {
  it('gives back what it was given, also to the next start', async () => {
    const shell = storage()
    const { file, store } = await aStore(shell)
    expect(await store.read()).toEqual({ state: 'none' })
    expect(await store.refusal()).toBeNull()
    expect(await store.save(TOKEN)).toBeNull()
    expect(await createSecretStore(file, shell).read()).toEqual({ state: 'set', secret: TOKEN })
  })

  it('writes nothing readable, for nobody else, and leaves no second file', async () => {
    const { folder, file, store } = await aStore(storage())
    await store.save(TOKEN)
    await store.save(`${TOKEN}-replaced`)
    expect(await readdir(folder)).toEqual(['ngrok-token.bin'])
    expect((await readFile(file)).toString('latin1')).not.toContain('canary')
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  it('forgets', async () => {
    const { folder, store } = await aStore(storage())
    await store.save(TOKEN)
    expect(await store.forget()).toBeNull()
    expect(await store.read()).toEqual({ state: 'none' })
    expect(await readdir(folder)).toEqual([])
    expect(await store.forget()).toBeNull()
  })

  it('says so where the stored one was encrypted elsewhere', async () => {
    const { file, store } = await aStore(storage())
    await writeFile(file, randomBytes(60))
    expect(await store.read()).toEqual({
      state: 'unreadable',
      why: expect.stringContaining('another user or computer'),
    })
  })

  it('says so where encryption is not available, and writes nothing', async () => {
    const shell = storage()
    shell.isEncryptionAvailable = () => false
    if (shell.isAsyncEncryptionAvailable) shell.isAsyncEncryptionAvailable = () => Promise.resolve(false)
    const { folder, store } = await aStore(shell)
    expect(await store.save(TOKEN)).toMatch(/not available.*NGROK_AUTHTOKEN/)
    expect(await readdir(folder)).toEqual([])
  })

  it.each(['basic_text', 'unknown'])('refuses %s, where anybody could read it, and writes nothing', async (backend) => {
    const { folder, store } = await aStore({ ...storage(), getSelectedStorageBackend: () => backend })
    expect(await store.refusal()).toMatch(/no keyring.*GNOME Keyring or KWallet.*NGROK_AUTHTOKEN/)
    expect(await store.save(TOKEN)).toMatch(/nothing was written/)
    expect(await readdir(folder)).toEqual([])
  })
})

describe('the secret store', () => {
  it('leaves what was stored where the new one cannot be written, and says nothing of it', async () => {
    // Root may write anywhere: for it, the file's name is taken by a folder instead.
    const { file, folder, store } = await aStore(fakeSafeStorage({ isAsync: true }))
    await store.save(TOKEN)
    const before = await readFile(file)
    const other = createSecretStore(join(file, 'beneath-a-file.bin'), fakeSafeStorage({ isAsync: true }))
    expect(await other.save('canary-other')).toMatch(/^The token could not be stored \((ENOTDIR|EEXIST)\)/)
    expect(await readFile(file)).toEqual(before)
    expect(await readdir(folder)).toEqual(['ngrok-token.bin'])
  })

  it('encrypts anew where the system has another key', async () => {
    const shell = fakeSafeStorage({ isAsync: true })
    const { file, store } = await aStore(shell)
    await store.save(TOKEN)
    const before = await readFile(file)
    shell.rotate()
    expect(await store.read()).toEqual({ state: 'set', secret: TOKEN })
    expect(await readFile(file)).not.toEqual(before)
    expect(await store.read()).toEqual({ state: 'set', secret: TOKEN })
  })
})
