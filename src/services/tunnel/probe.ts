import { errorsWords } from '../../words/of/errors.ts'
import { get } from './http-get.ts'
import { type ProbeReading, readProbeAnswer } from './probe-answer.ts'
import type { ProbeDesk } from './probe-desk.ts'

/** One finished look from outside. */
export interface ProbeResult extends Omit<ProbeReading, 'page'> {
  /** Whole milliseconds; null where no answer came. */
  readonly latencyMs: number | null
  /** A browser would be stopped by a page; whether a server gets through is what `verdict` says. */
  readonly reminderPage: boolean
}

export interface ProbeOptions {
  readonly desk: ProbeDesk
  readonly userAgent: string
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

/** A request with these passes the reminder pages of public localtunnel servers, and of ngrok's free plan. */
const BYPASS_HEADERS = { 'bypass-tunnel-reminder': '1', 'ngrok-skip-browser-warning': '1' }

/** Looks once from outside whether `publicUrl` (no trailing slash) leads to us. Never rejects. */
export async function probe(publicUrl: string, options: ProbeOptions): Promise<ProbeResult> {
  const first = await look(publicUrl, {}, options)
  if (!first.page) return resultOf(first, false)
  const second = await look(publicUrl, BYPASS_HEADERS, options)
  if (second.verdict === 'echo') {
    const sentence = `${first.sentence} ${errorsWords().probe.serversGetThrough}`
    return resultOf({ ...second, sentence }, true)
  }
  // Where the way round says more than the page does (gone, busy, somebody else's), it counts; else the page does.
  return resultOf(second.verdict === 'miss' ? first : second, true)
}

type Look = ProbeReading & { readonly latencyMs: number | null }

async function look(publicUrl: string, headers: Record<string, string>, options: ProbeOptions): Promise<Look> {
  const ticket = options.desk.issue()
  const started = performance.now()
  try {
    const answer = await get(`${publicUrl}${ticket.path}`, { ...options, headers })
    const latencyMs = answer.ok ? Math.round(performance.now() - started) : null
    return { ...readProbeAnswer(answer, ticket.expected, hostOf(publicUrl)), latencyMs }
  } finally {
    ticket.done()
  }
}

function resultOf({ verdict, sentence, latencyMs }: Look, reminderPage: boolean): ProbeResult {
  return { verdict, sentence, latencyMs, reminderPage }
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url
}
