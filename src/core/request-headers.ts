/** The few headers that say where a request came from. Null where they did not arrive. */
export interface HeaderFacts {
  readonly userAgent: string | null
  readonly accept: string | null
  readonly contentType: string | null
  readonly fetchMode: string | null
}

const NO_FACTS: HeaderFacts = { userAgent: null, accept: null, contentType: null, fetchMode: null }

/** Reads `name, value, name, value …` as captured; the first of a repeated header counts. */
export function readHeaderFacts(rawHeaders: readonly string[]): HeaderFacts {
  if (rawHeaders.length === 0) return NO_FACTS
  let userAgent: string | null = null
  let accept: string | null = null
  let contentType: string | null = null
  let fetchMode: string | null = null
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? ''
    const value = rawHeaders[at + 1] ?? ''
    // By length first: most headers are never lower-cased.
    if (name.length === 6) {
      if (accept === null && name.toLowerCase() === 'accept') accept = value
    } else if (name.length === 10) {
      if (userAgent === null && name.toLowerCase() === 'user-agent') userAgent = value
    } else if (name.length === 12) {
      if (contentType === null && name.toLowerCase() === 'content-type') contentType = value
    } else if (name.length === 14) {
      if (fetchMode === null && name.toLowerCase() === 'sec-fetch-mode') fetchMode = value
    }
  }
  return { userAgent, accept, contentType, fetchMode }
}

/** Whether a person opened the URL: a navigation by the browser's own word, or what only browsers ask for. */
export function isBrowserNavigation({ userAgent, accept, fetchMode }: HeaderFacts): boolean {
  if (fetchMode !== null) return fetchMode.trim().toLowerCase() === 'navigate'
  return userAgent !== null && userAgent.startsWith('Mozilla/') && accept !== null && accept.includes('text/html')
}
