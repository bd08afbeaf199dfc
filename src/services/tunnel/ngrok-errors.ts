import type { ErrorsWords } from '../../words/en/errors.ts'
import { errorsWords } from '../../words/of/errors.ts'
import { TunnelOpenError, type TunnelOpenErrorCode } from './open-error.ts'
import { plainExcerpt } from './plain-excerpt.ts'

/** What ngrok's own messages come to. Source: ngrok.com/docs/errors, a page for each code. */
const KNOWN: Readonly<Record<keyof ErrorsWords['ngrok']['known'], TunnelOpenErrorCode>> = {
  ERR_NGROK_102: 'refused',
  ERR_NGROK_103: 'refused',
  ERR_NGROK_105: 'refused',
  ERR_NGROK_106: 'refused',
  ERR_NGROK_107: 'refused',
  ERR_NGROK_108: 'busy',
  ERR_NGROK_115: 'refused',
  ERR_NGROK_116: 'refused',
  ERR_NGROK_120: 'refused',
  ERR_NGROK_121: 'refused',
  ERR_NGROK_123: 'refused',
  ERR_NGROK_319: 'refused',
  ERR_NGROK_320: 'refused',
  ERR_NGROK_334: 'failed',
  ERR_NGROK_4018: 'refused',
}

/**
 * What an error of the ngrok client means, without a character of the token: ngrok's own messages quote it. A code that
 * is known gets a sentence of ours; of any other an excerpt is given.
 */
export function readNgrokError(error: unknown, token: string): TunnelOpenError {
  const text = scrubbed(error instanceof Error ? error.message : String(error), token)
  const code = /ERR_NGROK_\d+/.exec(text)?.[0]
  const w = errorsWords().ngrok
  if (code !== undefined && isKnown(code)) return new TunnelOpenError(w.withCode(w.known[code], code), KNOWN[code])
  const excerpt = plainExcerpt(text).replace(/[.…]+$/, '')
  // The code comes last in ngrok's messages, where an excerpt may have cut it off.
  const named = code === undefined || excerpt.includes(code) ? null : code
  return new TunnelOpenError(w.answered(excerpt, named))
}

function isKnown(code: string): code is keyof typeof KNOWN {
  return Object.hasOwn(KNOWN, code)
}

/** The text with everything taken out that is the token, in any of the spellings a message may give it, or looks like one. */
export function scrubbed(text: string, token: string): string {
  const bytes = Buffer.from(token)
  const spellings = [token, encodeURIComponent(token), JSON.stringify(token).slice(1, -1)]
  const encoded = ['base64', 'base64url', 'hex'] as const
  let clean = text
  for (const spelling of [...spellings, ...encoded.map((way) => bytes.toString(way))]) {
    if (spelling !== '') clean = clean.replaceAll(spelling, '(token)')
  }
  return clean.replace(/\b[A-Za-z0-9]{20,}_[A-Za-z0-9]{10,}\b/g, '(token)')
}
