import type { GetAnswer } from './http-get.ts'
import { pageTitle, plainExcerpt } from './plain-excerpt.ts'

/**
 * What one look from outside says.
 * `echo` it is us · `gone` nobody holds the name · `busy` too many requests, and alive · `stranger` somebody else
 * holds the name · `miss` no proof either way · `no-network` this machine's own fault
 */
export type ProbeVerdict = 'echo' | 'gone' | 'busy' | 'stranger' | 'miss' | 'no-network'

export interface ProbeReading {
  readonly verdict: ProbeVerdict
  /** One sentence for a person, naming the host. */
  readonly sentence: string
  /** Something that wants a person stood in the way: a browser is stopped there. */
  readonly page: boolean
}

/** Reads the answer to a probe that expects `expected` as its whole body. `host` is the public URL's. */
export function readProbeAnswer(answer: GetAnswer, expected: string, host: string): ProbeReading {
  if (!answer.ok) return readFailure(answer)
  const { status, body } = answer
  const reading = (verdict: ProbeVerdict, text: string, page = false): ProbeReading => ({
    verdict,
    sentence: `${host} ${text}`,
    page,
  })
  if (status === 200 && body === expected) return reading('echo', 'reaches this inspector.')
  const html = isHtml(answer)
  switch (status) {
    case 404:
      return reading('gone', 'answered 404: nobody holds this name any more.')
    case 503:
      return reading('gone', 'answered 503: the tunnel has no connection to this computer any more.')
    case 429:
      return reading('busy', 'answered 429: too many requests; the tunnel is busy, not gone.')
    case 408:
    case 502:
    case 504:
      return reading('miss', `answered ${String(status)}: the tunnel got no answer from this computer.`)
    case 401:
      return reading('miss', 'answered 401: it asks for a password before anything gets through.', true)
    case 511:
      return reading('miss', 'answered 511: a log-in or reminder page stands before it.', true)
  }
  if (status >= 300 && status < 400) {
    const to = answer.headers.location
    const where = to === undefined ? 'elsewhere' : `to ${plainExcerpt(to)}`
    return reading('miss', `redirects ${where} (${String(status)}), and a sender of postbacks may not follow.`, true)
  }
  if (html) {
    const title = pageTitle(body)
    const named = title === null ? '' : ` (“${title}”)`
    return reading('miss', `answered ${String(status)} with a web page${named} instead of the inspector’s echo.`, true)
  }
  if (status === 200) return reading('stranger', 'now answers for somebody else: the name is no longer ours.')
  return reading('miss', `answered ${String(status)} instead of the inspector’s echo.`)
}

export function isHtml(answer: GetAnswer & { ok: true }): boolean {
  return /\bhtml\b/i.test(answer.headers['content-type'] ?? '') || /^\s*<(!doctype\s+html|html)\b/i.test(answer.body)
}

function readFailure(answer: GetAnswer & { ok: false }): ProbeReading {
  const verdict = answer.kind === 'no-network' ? 'no-network' : 'miss'
  return { verdict, sentence: answer.why, page: false }
}
