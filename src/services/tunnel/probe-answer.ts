import { errorsWords } from '../../words/of/errors.ts'
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
  const w = errorsWords().probe
  const reading = (verdict: ProbeVerdict, sentence: string, page = false): ProbeReading => ({ verdict, sentence, page })
  if (status === 200 && body === expected) return reading('echo', w.echo(host))
  const html = isHtml(answer)
  switch (status) {
    case 404:
      return reading('gone', w.nobody(host))
    case 503:
      return reading('gone', w.disconnected(host))
    case 429:
      return reading('busy', w.busy(host))
    case 408:
    case 502:
    case 504:
      return reading('miss', w.noAnswer(host, String(status)))
    case 401:
      return reading('miss', w.password(host), true)
    case 511:
      return reading('miss', w.logIn(host), true)
  }
  if (status >= 300 && status < 400) {
    const to = answer.headers.location
    return reading('miss', w.redirects(host, to === undefined ? null : plainExcerpt(to), String(status)), true)
  }
  if (html) return reading('miss', w.page(host, String(status), pageTitle(body)), true)
  if (status === 200) return reading('stranger', w.stranger(host))
  return reading('miss', w.noEcho(host, String(status)))
}

export function isHtml(answer: GetAnswer & { ok: true }): boolean {
  return /\bhtml\b/i.test(answer.headers['content-type'] ?? '') || /^\s*<(!doctype\s+html|html)\b/i.test(answer.body)
}

function readFailure(answer: GetAnswer & { ok: false }): ProbeReading {
  const verdict = answer.kind === 'no-network' ? 'no-network' : 'miss'
  return { verdict, sentence: answer.why, page: false }
}
