import { conformanceWords } from '../../words/of/conformance.ts'
import { encodeValue } from '../scenarios/encode-value.ts'

/**
 * How `got` can have come of the user id that was sent: the end of “the id was …”, or null where it is another text
 * altogether.
 */
export function explainIdChange(sent: string, got: string): string | null {
  if (got === sent) return null
  const w = conformanceWords().idChange
  const twice = decodeAgain(sent)
  if (twice !== sent && (got === twice || got === twice.replaceAll('+', ' '))) return w.decodedTwice
  if (got === sent.replaceAll('+', ' ')) return w.plusToSpace
  if (got === sent.replaceAll(' ', '+')) return w.notAForm
  if (got === encodeValue(sent) || got === encodeURIComponentLoosely(sent)) return w.notDecoded
  if (got === sent.trim()) return w.trimmed
  if (got === sent.toLowerCase() || got === sent.toUpperCase()) return w.inCase
  if (['NFC', 'NFD', 'NFKC', 'NFKD'].some((form) => got === sent.normalize(form))) return w.normalised
  if (got === asLatin1(sent)) return w.asLatin1
  if (isReplaced(sent, got)) return w.stripped
  if (got !== '' && sent.startsWith(got)) return w.cutOff(got.length)
  return null
}

function decodeAgain(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** As scripts encode: `@` and `:` left as they are. */
function encodeURIComponentLoosely(text: string): string {
  return encodeValue(text).replaceAll(/%(?:40|3A|2C|24|26|3D|2B|3B)/g, (code) => decodeURIComponent(code))
}

/** UTF-8 bytes, each taken for a character. */
function asLatin1(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('')
}

function isReplaced(sent: string, got: string): boolean {
  const beyond = [/[^\x00-\x7f]/gu, /[^\x00-\xff]/gu, /[^\u0000-\uffff]/gu]
  return beyond.some((pattern) =>
    ['', '?', '\ufffd'].some((by) => {
      const replaced = sent.replaceAll(pattern, by)
      return replaced !== sent && (got === replaced || got === sent.replaceAll(/[\ud800-\udfff]/g, by))
    }),
  )
}
