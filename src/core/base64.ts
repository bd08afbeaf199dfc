const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const VALUE_BY_CODE = new Map(Array.from(ALPHABET, (character, value) => [character.charCodeAt(0), value]))

/**
 * Bytes of standard base64 (RFC 4648) as latin1 text, one character a byte. The domain has no platform decoder at
 * hand that stands in every runtime. Characters outside the alphabet are skipped; never throws.
 */
export function base64ToLatin1(base64: string): string {
  const pieces: string[] = []
  let bits = 0
  let held = 0
  for (let index = 0; index < base64.length; index += 1) {
    const value = VALUE_BY_CODE.get(base64.charCodeAt(index))
    if (value === undefined) continue
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      pieces.push(String.fromCharCode((held >> bits) & 0xff))
    }
  }
  return pieces.join('')
}
