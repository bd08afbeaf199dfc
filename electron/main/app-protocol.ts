import { app, protocol } from 'electron'
import { contentSecurityPolicy, loadScreenFiles } from '../../src/app/screen-files.ts'
import { SCREEN_FOLDER } from './paths.ts'

/** A scheme of the app's own: no file access, and a real origin for the content security policy. */
const OWN_SCHEME = 'app'
const HOST = 'inspector.invalid'

export interface ScreenProtocol {
  /** The screen's address. */
  readonly url: string
  /** Serves the built screen, and nothing but its files, whatever path is asked for. Call when the app is ready. */
  serve(): void
}

/**
 * Must run as early as can be: a scheme can only be registered before the app is ready. A shell that loads the app's
 * code later than that (an embedder's own start file may) gets the screen under an `https` name that nobody can own
 * (RFC 6761, `.invalid`), answered by the same handler; no request of the window ever reaches the network then.
 */
export function registerScreenProtocol(): ScreenProtocol {
  if (!app.isReady()) {
    protocol.registerSchemesAsPrivileged([
      // The cache keeps what was compiled of the screen from one start to the next.
      { scheme: OWN_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ])
  }
  // Registering leaves this switch for the child processes; a preloaded script may have done it before us.
  const registered = app.commandLine.getSwitchValue('standard-schemes').split(',').includes(OWN_SCHEME)
  const scheme = registered ? OWN_SCHEME : 'https'
  return {
    url: `${scheme}://${HOST}/index.html`,
    serve() {
      serveFiles(scheme)
    },
  }
}

function serveFiles(scheme: string): void {
  const files = loadScreenFiles(SCREEN_FOLDER)
  const headers = {
    'Content-Security-Policy': contentSecurityPolicy([]),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  }
  protocol.handle(scheme, (request) => {
    // The map of files is asked by the path as it stands: nothing in it is decoded or resolved here.
    const url = URL.canParse(request.url) ? new URL(request.url) : null
    const file = url?.host === HOST && request.method === 'GET' ? files.get(url.pathname) : undefined
    if (!file) {
      // A body that nobody reads would now and then keep the answer from whoever sent it.
      void request.body?.cancel().catch(() => {})
      return new Response('There is no such page.', { status: 404, headers })
    }
    return new Response(new Uint8Array(file.bytes), { headers: { ...headers, 'Content-Type': file.mediaType } })
  })
}
