import { InvalidArgumentError } from 'commander'
import type { z } from 'zod'
import { type HistorySettings, historySettingsSchema } from '../core/clearing.ts'
import { parseLimit } from '../core/limit-text.ts'
import { type Kind, kindSchema } from '../core/postback.ts'
import {
  LIMIT_NAMES,
  limitOption,
  limitRange,
  RECEIVER_LIMITS,
  type ReceiverLimits,
  receiverLimitsSchema,
} from '../core/receiver-limits.ts'
import { DEFAULT_SETTINGS, type TunnelSettings, tunnelSettingsSchema } from '../core/settings.ts'

/** Reads a port; commander puts the option's name before the message. */
export function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65_535)) throw new InvalidArgumentError('A port is a number from 0 to 65535; 0 takes any free one.')
  return port
}

/** Reads `--tunnel`: a provider's name, or the URL of a tunnel that the user runs. */
export function parseTunnel(text: string): Pick<TunnelSettings, 'provider' | 'ownUrl'> {
  if (text === 'none') return { provider: 'none', ownUrl: '' }
  if (text === 'localtunnel' || text === 'ngrok') return { provider: text, ownUrl: '' }
  if (!/^https?:\/\//i.test(text)) {
    throw new InvalidArgumentError('Give localtunnel, ngrok, none, or the https:// URL of your own tunnel.')
  }
  const ownUrl = text.replace(/\/+$/, '')
  refuseUnless(tunnelSettingsSchema.safeParse({ ...DEFAULT_SETTINGS.tunnel, provider: 'own-url', ownUrl }))
  return { provider: 'own-url', ownUrl }
}

export function parseTunnelHost(text: string): string {
  const host = text.replace(/\/+$/, '')
  refuseUnless(tunnelSettingsSchema.safeParse({ ...DEFAULT_SETTINGS.tunnel, host }))
  return host
}

export function parseNgrokDomain(text: string): string {
  refuseUnless(tunnelSettingsSchema.safeParse({ ...DEFAULT_SETTINGS.tunnel, ngrokDomain: text }))
  return text
}

export function parseSubdomain(text: string): string {
  refuseUnless(tunnelSettingsSchema.safeParse({ ...DEFAULT_SETTINGS.tunnel, subdomain: text }))
  return text
}

/** Reads a moment: ISO 8601, or a span before now such as `30m`, `12h`, `7d`. Returns ms since the epoch. */
export function parseMoment(text: string, now = Date.now()): number {
  const span = /^(\d{1,6})([smhd])$/.exec(text)
  if (span) {
    const unit = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }[span[2] as 's' | 'm' | 'h' | 'd']
    return now - Number(span[1]) * unit
  }
  const moment = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(moment)) {
    throw new InvalidArgumentError(
      'Give an ISO 8601 time such as 2026-05-01T12:00:00Z, or a span such as 30m, 12h, 7d.',
    )
  }
  return moment
}

/** So many days of the history are kept. */
export function parseKeepDays(text: string): number {
  return keptNumber(text, 'keepDays')
}

/** So many of the newest requests are kept. */
export function parseKeepRequests(text: string): number {
  return keptNumber(text, 'keepRequests')
}

function keptNumber(text: string, field: keyof HistorySettings): number {
  const number = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN
  refuseUnless(historySettingsSchema.shape[field].safeParse(number))
  return number
}

/** Reads kinds, comma-separated. */
export function parseKinds(text: string): readonly Kind[] {
  return text.split(',').map((kind) => {
    refuseUnless(kindSchema.safeParse(kind.trim()))
    return kindSchema.parse(kind.trim())
  })
}

/** Refuses with the schema's own sentence. */
export function refuseUnless(result: z.ZodSafeParseResult<unknown>): void {
  if (!result.success)
    throw new InvalidArgumentError(result.error.issues[0]?.message ?? 'This value is not understood.')
}

/** One more `name=value`, behind those that were given before it. Only the first `=` divides. */
export function parseParam(
  text: string,
  before: readonly (readonly [string, string])[],
): readonly (readonly [string, string])[] {
  const sign = text.indexOf('=')
  if (sign < 1) throw new InvalidArgumentError('Write name=value.')
  return [...before, [text.slice(0, sign), text.slice(sign + 1)]]
}

/** How long to wait for one reply, in seconds: 0.1 to 120. */
export function parseTimeout(text: string): number {
  const seconds = /^\d{1,3}(\.\d{1,3})?$/.test(text) ? Number(text) : 0
  if (seconds < 0.1 || seconds > 120) throw new InvalidArgumentError('Give seconds from 0.1 to 120.')
  return seconds
}

/** One more bound of the receiver: `head-bytes=32KiB`. A wrong one is told with the list of all. */
export function parseReceiverLimit(text: string, before: Partial<ReceiverLimits> = {}): Partial<ReceiverLimits> {
  const sign = text.indexOf('=')
  const name = LIMIT_NAMES.find((found) => limitOption(found) === text.slice(0, Math.max(sign, 0)))
  if (name === undefined) throw new InvalidArgumentError(`Write NAME=VALUE, with one of these names:\n${limitList()}`)
  const value = parseLimit(text.slice(sign + 1), RECEIVER_LIMITS[name].unit)
  const parsed = receiverLimitsSchema.shape[name].safeParse(value)
  if (parsed.success) return { ...before, [name]: parsed.data }
  throw new InvalidArgumentError(`${parsed.error.issues[0]?.message ?? ''} All bounds:\n${limitList()}`)
}

/** All names with their ranges, one a line. */
function limitList(): string {
  const width = Math.max(...LIMIT_NAMES.map((name) => limitOption(name).length))
  return LIMIT_NAMES.map((name) => `  ${limitOption(name).padEnd(width)}  ${limitRange(name)}`).join('\n')
}
