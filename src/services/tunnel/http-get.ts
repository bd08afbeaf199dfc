import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { errorsWords } from '../../words/of/errors.ts'
import { isLoopbackName, loopbackLookup } from './loopback-lookup.ts'
import { hasNetwork, type NetworkFailureKind, readNetworkError, timeOut } from './network-failure.ts'

/** More of a body than this is not read. */
const BODY_LIMIT = 64 * 1024

export interface GetOptions {
  /** From the first look-up to the last byte read. */
  readonly timeoutMs: number
  readonly userAgent: string
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

export type GetAnswer =
  | {
      readonly ok: true
      readonly status: number
      readonly headers: IncomingHttpHeaders
      /** The first 64 KiB, as UTF-8. */
      readonly body: string
    }
  | { readonly ok: false; readonly kind: NetworkFailureKind | 'bad-url'; readonly why: string }

/**
 * One GET over a connection of its own, never kept alive: an old connection would prove nothing about new ones.
 * Redirects are not followed. Never rejects, and leaves no connection behind.
 */
export async function get(url: string, options: GetOptions): Promise<GetAnswer> {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) {
    return { ok: false, kind: 'bad-url', why: errorsWords().network.noUrl(url) }
  }
  return new Promise((resolve) => {
    const request = (parsed.protocol === 'https:' ? httpsRequest : httpRequest)(parsed, {
      agent: false,
      lookup: loopbackLookup,
      headers: {
        'user-agent': options.userAgent,
        accept: '*/*',
        connection: 'close',
        'cache-control': 'no-store',
        ...options.headers,
      },
    })
    const settle = (answer: GetAnswer): void => {
      clearTimeout(timer)
      options.signal?.removeEventListener('abort', onAbort)
      resolve(answer)
      request.destroy()
    }
    const onAbort = (): void => {
      settle({ ok: false, kind: 'aborted', why: errorsWords().network.givenUp(parsed.host) })
    }
    const fail = (error: unknown): void => {
      settle({ ok: false, ...readNetworkError(error, parsed.host, () => isLocal(parsed) || hasNetwork()) })
    }
    const timer = setTimeout(() => {
      settle({ ok: false, ...timeOut(parsed.host, options.timeoutMs) })
    }, options.timeoutMs)

    // Stays for good: a request that is destroyed may still report an error.
    request.on('error', fail)
    request.on('response', (response) => {
      const chunks: Buffer[] = []
      let length = 0
      const finish = (): void => {
        const body = Buffer.concat(chunks).subarray(0, BODY_LIMIT).toString('utf8')
        settle({ ok: true, status: response.statusCode ?? 0, headers: response.headers, body })
      }
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        length += chunk.length
        if (length >= BODY_LIMIT) finish()
      })
      response.on('end', finish)
      response.on('error', fail)
    })
    options.signal?.addEventListener('abort', onAbort, { once: true })
    if (options.signal?.aborted === true) onAbort()
    else request.end()
  })
}

function isLocal(url: URL): boolean {
  return isLoopbackName(url.hostname) || /^(127\.|\[::1\]$)/.test(url.hostname)
}
