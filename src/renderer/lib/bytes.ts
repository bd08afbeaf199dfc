/** One character a byte (latin1), as base64. */
export function latin1ToBase64(text: string): string {
  return btoa(text)
}

/** UTF-8 bytes of a text, as base64. */
export function textToBase64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''))
}

/** The text that these bytes are in UTF-8, or null where they are none. */
export function base64ToText(base64: string): string | null {
  try {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** A file's bytes, or a part of them, as base64. Rejects where it cannot be read. */
export function base64OfBlob(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => {
      const url = typeof reader.result === 'string' ? reader.result : ''
      resolve(url.slice(url.indexOf(',') + 1))
    })
    reader.addEventListener('error', () => reject(reader.error ?? new Error('The file cannot be read.')))
    // The browser’s own encoder, and the only one that every runtime here has.
    reader.readAsDataURL(blob)
  })
}

/** Bytes as `7b 22 61`, sixteen a line. */
export function base64ToHex(base64: string): string {
  const hex = Array.from(atob(base64), (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0'))
  const lines: string[] = []
  for (let at = 0; at < hex.length; at += 16) lines.push(hex.slice(at, at + 16).join(' '))
  return lines.join('\n')
}

/** Reads such hex back, whatever the spaces; null where it is none. */
export function hexToBase64(hex: string): string | null {
  const digits = hex.replace(/\s+/g, '')
  if (digits.length % 2 !== 0 || /[^0-9a-f]/i.test(digits)) return null
  return btoa(digits.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16))))
}
