import { TunnelOpenError, type TunnelOpenErrorCode } from './open-error.ts'
import { plainExcerpt } from './plain-excerpt.ts'

const TOKEN_PAGE = 'dashboard.ngrok.com/get-started/your-authtoken'

/** What ngrok's own messages come to. Source: ngrok.com/docs/errors, a page for each code. */
const KNOWN: Readonly<Record<string, { readonly code: TunnelOpenErrorCode; readonly says: string }>> = {
  ERR_NGROK_102: { code: 'refused', says: 'The last payment for this ngrok account failed, so it is suspended.' },
  ERR_NGROK_103: { code: 'refused', says: 'This account is suspended by ngrok.' },
  ERR_NGROK_105: {
    code: 'refused',
    says: `This is no ngrok authtoken. Copy the one from ${TOKEN_PAGE}; an API key is something else.`,
  },
  ERR_NGROK_106: { code: 'refused', says: `This token is of an old kind. Copy the present one from ${TOKEN_PAGE}.` },
  ERR_NGROK_107: {
    code: 'refused',
    says: `This token is not accepted by ngrok: it was reset or revoked. Copy the present one from ${TOKEN_PAGE}.`,
  },
  ERR_NGROK_108: {
    code: 'busy',
    says: 'The account’s limit of simultaneous ngrok agents is reached: end another one (dashboard.ngrok.com/agents).',
  },
  ERR_NGROK_115: { code: 'refused', says: 'The account’s IP restrictions do not let this computer in.' },
  ERR_NGROK_116: { code: 'refused', says: 'The token’s IP restrictions do not let this computer in.' },
  ERR_NGROK_120: {
    code: 'refused',
    says: 'This version of the client is no longer served by ngrok: update the inspector.',
  },
  ERR_NGROK_121: {
    code: 'refused',
    says: 'This version of the client is no longer served by ngrok: update the inspector.',
  },
  ERR_NGROK_123: { code: 'refused', says: 'The account’s e-mail address has to be verified at ngrok first.' },
  ERR_NGROK_319: {
    code: 'refused',
    says: 'The wanted domain is not reserved for this account: reserve it at dashboard.ngrok.com/domains.',
  },
  ERR_NGROK_320: {
    code: 'refused',
    says: 'The wanted domain is reserved for another account: take another one, or that account’s token.',
  },
  ERR_NGROK_334: {
    code: 'failed',
    says: 'The wanted domain is already online: another ngrok agent has it, or ngrok has not yet noticed that ours is gone.',
  },
  ERR_NGROK_4018: {
    code: 'refused',
    says: `A verified account and its token are wanted by ngrok. Copy the one from ${TOKEN_PAGE}.`,
  },
}

/**
 * What an error of the ngrok client means, without a character of the token: ngrok's own messages quote it. A code that
 * is known gets a sentence of ours; of any other an excerpt is given.
 */
export function readNgrokError(error: unknown, token: string): TunnelOpenError {
  const text = scrubbed(error instanceof Error ? error.message : String(error), token)
  const code = /ERR_NGROK_\d+/.exec(text)?.[0]
  const known = code === undefined ? undefined : KNOWN[code]
  if (code !== undefined && known) return new TunnelOpenError(`${known.says} This is ngrok’s ${code}.`, known.code)
  const excerpt = plainExcerpt(text).replace(/[.…]+$/, '')
  // The code comes last in ngrok's messages, where an excerpt may have cut it off.
  const named = code === undefined || excerpt.includes(code) ? '' : ` (${code})`
  return new TunnelOpenError(`The answer from ngrok: “${excerpt}”${named}.`)
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
