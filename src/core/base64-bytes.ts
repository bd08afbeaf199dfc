const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const VALUES = new Uint8Array(128).fill(0xff)
for (let value = 0; value < ALPHABET.length; value += 1) VALUES[ALPHABET.charCodeAt(value)] = value

/**
 * The bytes of standard base64 (RFC 4648), fast enough for whole histories: the domain has no platform decoder at hand
 * that stands in every runtime. Characters outside the alphabet are skipped; never throws.
 */
export function base64ToBytes(base64: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((base64.length * 3) / 4))
  let length = 0
  let bits = 0
  let held = 0
  for (let index = 0; index < base64.length; index += 1) {
    const code = base64.charCodeAt(index)
    const value = code < 128 ? (VALUES[code] ?? 0xff) : 0xff
    if (value === 0xff) continue
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[length] = (held >> bits) & 0xff
    length += 1
  }
  return bytes.subarray(0, length)
}
