import { networkInterfaces } from 'node:os'
import { errorsWords } from '../../words/of/errors.ts'

/** Why no answer came over the network. `no-network`: the fault is on this machine, not at the host. */
export type NetworkFailureKind = 'refused' | 'dns' | 'tls' | 'time-out' | 'no-network' | 'broken' | 'aborted'

export interface NetworkFailure {
  readonly kind: NetworkFailureKind
  /** One sentence for a person, naming the host. */
  readonly why: string
}

/** Errors that only a machine without a route to anywhere gets. */
const NO_ROUTE = new Set(['ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL'])
/** Errors that look alike for a wrong name, a dead host and a machine without a network. */
const UNCLEAR = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'EHOSTDOWN', 'ETIMEDOUT'])
/** Node hands over OpenSSL's names for what is wrong with a certificate. */
const TLS_CODE = /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|^EPROTO$|ISSUER|SIGNATURE/

/** Reads an error of `node:net`, `node:dns`, `node:tls` or `node:http` that came of talking to `host`. */
export function readNetworkError(error: unknown, host: string, hasNetwork: () => boolean): NetworkFailure {
  const w = errorsWords().network
  const code = codeOf(error)
  const away = NO_ROUTE.has(code) || (UNCLEAR.has(code) && !hasNetwork())
  if (away) return { kind: 'no-network', why: w.offline(host, code) }
  if (code === 'ECONNREFUSED') return { kind: 'refused', why: w.refused(host) }
  if (code === 'ENOTFOUND') return { kind: 'dns', why: w.noName(host) }
  if (code === 'EAI_AGAIN') return { kind: 'dns', why: w.noDns(host) }
  if (code === 'ETIMEDOUT') return timeOut(host, null)
  if (TLS_CODE.test(code)) return { kind: 'tls', why: w.tls(host, code) }
  if (code === 'ECONNRESET' || code === 'EPIPE') return { kind: 'broken', why: w.broke(host) }
  return { kind: 'broken', why: w.failed(host, code === '' ? messageOf(error) : code) }
}

/** No answer within `ms`; null where the system gave up by itself. */
export function timeOut(host: string, ms: number | null): NetworkFailure {
  return { kind: 'time-out', why: errorsWords().network.late(host, ms === null ? null : ms / 1000) }
}

/** Whether this machine has any address that is not its own loopback. */
export function hasNetwork(): boolean {
  return Object.values(networkInterfaces()).some((addresses) => addresses?.some((address) => !address.internal))
}

/** The error's code; of several attempts (IPv6, IPv4) the first one's. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  return error instanceof AggregateError ? codeOf(error.errors[0]) : ''
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
