import type { TunnelProvider } from '../../core/ports.ts'
import { errorsWords } from '../../words/of/errors.ts'
import { TunnelOpenError } from './open-error.ts'

/**
 * A tunnel that the user runs. There is nothing to open and nothing to close: whether `url` leads here, only the
 * probe can tell.
 */
export function createOwnUrlProvider(options: { readonly url: string }): TunnelProvider {
  return {
    name: 'own-url',
    async open({ signal }) {
      if (signal.aborted) throw new TunnelOpenError(errorsWords().tunnel.givenUp)
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
    throw new TunnelOpenError(errorsWords().tunnel.noUrl(url))
  }
  if (parsed.username !== '' || parsed.password !== '') {
    throw new TunnelOpenError(errorsWords().tunnel.urlWithUser)
  }
  if (url.includes('?') || url.includes('#')) {
    throw new TunnelOpenError(errorsWords().tunnel.urlWithQuery(url))
  }
  return url.replace(/\/+$/, '')
}
