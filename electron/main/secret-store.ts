import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { SecretFound, SecretKeeper } from '../../src/core/secret.ts'
import { hostWords } from '../../src/words/of/host.ts'

/** The part of Electron's `safeStorage` that is used. The async half is there from Electron 41 on, the other half before. */
export interface SafeStorage {
  isEncryptionAvailable(): boolean
  encryptString(text: string): Buffer
  decryptString(encrypted: Buffer): string
  /** Linux alone. */
  getSelectedStorageBackend?(): string
  isAsyncEncryptionAvailable?(): Promise<boolean>
  encryptStringAsync?(text: string): Promise<Buffer>
  decryptStringAsync?(encrypted: Buffer): Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }>
}

/**
 * Keeps one secret in a file of its own, encrypted with a key that the system keeps. Where Linux has no keyring, Chromium
 * would encrypt with a key that everybody knows (`basic_text`): that is refused. Use it once the app is ready.
 */
export function createSecretStore(file: string, storage: SafeStorage): SecretKeeper {
  async function refusal(): Promise<string | null> {
    try {
      const backend = storage.getSelectedStorageBackend?.()
      if (backend === 'basic_text' || backend === 'unknown') return hostWords().secrets.noKeyring
      const available = storage.isAsyncEncryptionAvailable
        ? await storage.isAsyncEncryptionAvailable()
        : storage.isEncryptionAvailable()
      return available ? null : hostWords().secrets.noEncryption
    } catch {
      return hostWords().secrets.noEncryption
    }
  }

  const encrypt = async (text: string): Promise<Buffer> =>
    storage.encryptStringAsync ? storage.encryptStringAsync(text) : storage.encryptString(text)

  async function decrypt(encrypted: Buffer): Promise<string> {
    if (!storage.decryptStringAsync) return storage.decryptString(encrypted)
    const { result, shouldReEncrypt } = await storage.decryptStringAsync(encrypted)
    // The system has another key by now. Where writing fails, the old one still opens it.
    if (shouldReEncrypt) await writeWhole(file, await encrypt(result)).catch(() => {})
    return result
  }

  return {
    refusal,
    async read(): Promise<SecretFound> {
      let encrypted: Buffer
      try {
        encrypted = await readFile(file)
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return { state: 'none' }
        return { state: 'unreadable', why: hostWords().secrets.notRead(codeOf(error), file) }
      }
      try {
        if ((await refusal()) !== null) return { state: 'unreadable', why: hostWords().secrets.unreadable }
        return { state: 'set', secret: await decrypt(encrypted) }
      } catch {
        return { state: 'unreadable', why: hostWords().secrets.unreadable }
      }
    },
    async save(secret) {
      const refused = await refusal()
      if (refused !== null) return refused
      let encrypted: Buffer
      try {
        encrypted = await encrypt(secret)
      } catch {
        return hostWords().secrets.noEncryption
      }
      try {
        await writeWhole(file, encrypted)
        return null
      } catch (error) {
        return hostWords().secrets.notStored(codeOf(error), file)
      }
    },
    async forget() {
      try {
        await rm(file, { force: true })
        return null
      } catch (error) {
        return hostWords().secrets.notRemoved(codeOf(error), file)
      }
    },
  }
}

/** All of it under this name or nothing; for this user alone to read. */
async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const unfinished = `${file}.${String(process.pid)}.part`
  try {
    await rm(unfinished, { force: true })
    const handle = await open(unfinished, 'wx', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(unfinished, file)
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {})
    throw error
  }
}

/** An error's code alone: its message could quote anything. */
function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
