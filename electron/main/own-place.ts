/** What belongs to the screen, by address. Whatever is no address at all belongs to nobody. */
export interface OwnPlace {
  /** The screen's page itself, whatever stands after `#`. */
  readonly isPage: (url: string) => boolean
  /** What that page may load or connect to. */
  readonly isRequest: (url: string) => boolean
  /** A file that the page has made itself, to be saved. */
  readonly isOwnFile: (url: string) => boolean
}

/** `development` lets in what a development server and the developer tools need besides. */
export function ownPlace(screenUrl: string, development: boolean): OwnPlace {
  const own = new URL(screenUrl)
  const page = withoutHash(own)
  // A scheme of one's own has the origin “null”, so that scheme and host are compared.
  const isOwn = (url: URL): boolean => url.protocol === own.protocol && url.host === own.host
  return {
    isPage(text) {
      const url = parse(text)
      return url !== null && withoutHash(url) === page
    },
    isRequest(text) {
      const url = parse(text)
      if (url === null) return false
      if (isOwn(url)) return true
      return development && (url.protocol === 'devtools:' || (url.protocol === 'ws:' && url.host === own.host))
    },
    isOwnFile(text) {
      const maker = text.startsWith('blob:') ? parse(text.slice('blob:'.length)) : null
      return maker !== null && isOwn(maker)
    },
  }
}

function parse(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null
}

function withoutHash(url: URL): string {
  return url.href.split('#', 1)[0] ?? ''
}
