import type { TunnelProvider } from '../../core/ports.ts'
import { TunnelOpenError } from './open-error.ts'

/**
 * A tunnel that the user runs. There is nothing to open and nothing to close: whether `url` leads here, only the
 * probe can tell.
 */
export function createOwnUrlProvider(options: { readonly url: string }): TunnelProvider {
  return {
    name: 'own-url',
    async open({ signal }) {
      if (signal.aborted) throw new TunnelOpenError('The opening was given up.')
      return {
        publicUrl: readBaseUrl(options.url),
        otherNameGiven: false,
        onEnd() {},
        async close() {},
      }
    },
  }
}

/** The URL as it was written, without trailing slashes. */
function readBaseUrl(text: string): string {
  const url = text.trim()
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.hostname === '') {
    throw new TunnelOpenError(`“${url}” is no public URL: it starts with https:// or http:// and names a host.`)
  }
  if (parsed.username !== '' || parsed.password !== '') {
    throw new TunnelOpenError('A public URL cannot hold a user name or password: Adjump would not send them.')
  }
  if (url.includes('?') || url.includes('#')) {
    throw new TunnelOpenError(
      `“${url}” has a “?” or a “#”: give the address alone, the parameters follow by themselves.`,
    )
  }
  return url.replace(/\/+$/, '')
}
