import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** Every spelling of a secret that something might have written. */
export function spellingsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret)
  // In base64, what stands before it shifts it: three spellings, without the characters at either end that differ.
  const shifted = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
    return text.slice(shift === 0 ? 0 : 4, -4)
  })
  const hex = bytes.toString('hex')
  return [...new Set([secret, encodeURIComponent(secret), ...shifted, hex, hex.toUpperCase()])]
}

/** Where the secret stands in these bytes, in which spelling; also inside gzip and as UTF-16. */
export function findSecret(bytes: Buffer, secret: string): readonly string[] {
  const found = spellingsOf(secret).filter((spelling) => bytes.includes(spelling))
  const wide = bytes.includes(Buffer.from(secret, 'utf16le')) ? ['UTF-16'] : []
  const inside = bytes.length > 2 && bytes[0] === 0x1f && bytes[1] === 0x8b ? findSecret(gunzipSync(bytes), secret) : []
  return [...found, ...wide, ...inside]
}

/** Searches every file beneath the folder. Answers with those that hold the secret, and how many were read. */
export async function searchFolder(
  folder: string,
  secret: string,
): Promise<{ files: number; found: readonly string[] }> {
  const found: string[] = []
  let files = 0
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    // A running browser's own files come and go.
    const bytes = await readFile(path).catch(() => null)
    if (bytes === null) continue
    files += 1
    for (const spelling of findSecret(bytes, secret)) found.push(`${path}: ${spelling}`)
  }
  return { files, found }
}
