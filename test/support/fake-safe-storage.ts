import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { SafeStorage } from '../../electron/main/secret-store.ts'

/** Electron's `safeStorage` with a real cipher and a key that lives in this process alone. */
export function fakeSafeStorage(options: { readonly isAsync: boolean }): SafeStorage & { rotate(): void } {
  const keys = [randomBytes(32)]

  function encrypt(text: string): Buffer {
    const iv = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', keys.at(-1) ?? randomBytes(32), iv)
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([iv, cipher.getAuthTag(), sealed])
  }

  function decryptWith(key: Buffer, encrypted: Buffer): string {
    const decipher = createDecipheriv('aes-256-gcm', key, encrypted.subarray(0, 12))
    decipher.setAuthTag(encrypted.subarray(12, 28))
    return Buffer.concat([decipher.update(encrypted.subarray(28)), decipher.final()]).toString('utf8')
  }

  function decrypt(encrypted: Buffer): { result: string; shouldReEncrypt: boolean } {
    for (const [index, key] of keys.entries()) {
      try {
        return { result: decryptWith(key, encrypted), shouldReEncrypt: index < keys.length - 1 }
      } catch {
        // Another key, perhaps.
      }
    }
    throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.')
  }

  const common: SafeStorage = {
    isEncryptionAvailable: () => true,
    encryptString: encrypt,
    decryptString: (encrypted) => decrypt(encrypted).result,
    getSelectedStorageBackend: () => 'gnome_libsecret',
  }
  const rotate = (): void => {
    keys.push(randomBytes(32))
  }
  if (!options.isAsync) return { ...common, rotate }
  return {
    ...common,
    isAsyncEncryptionAvailable: () => Promise.resolve(true),
    encryptStringAsync: (text) => Promise.resolve(encrypt(text)),
    decryptStringAsync: async (encrypted) => decrypt(encrypted),
    rotate,
  }
}
