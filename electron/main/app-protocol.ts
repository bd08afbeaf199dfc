import { protocol } from 'electron'
import { contentSecurityPolicy, loadScreenFiles } from '../../src/app/screen-files.ts'
import { SCREEN_FOLDER } from './paths.ts'

const SCHEME = 'app'
const HOST = 'inspector'

/** The screen's address in the desktop app. A scheme of its own: no file access, and a real origin for the policy. */
export const SCREEN_URL = `${SCHEME}://${HOST}/index.html`

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built screen, and nothing but its files, whatever path is asked for. */
export function serveScreen(): void {
  const files = loadScreenFiles(SCREEN_FOLDER)
  const headers = {
    'Content-Security-Policy': contentSecurityPolicy([]),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  }
  protocol.handle(SCHEME, (request) => {
    const { host, pathname } = new URL(request.url)
    const file = host === HOST && request.method === 'GET' ? files.get(pathname) : undefined
    if (!file) return new Response('There is no such page.', { status: 404, headers })
    return new Response(new Uint8Array(file.bytes), { headers: { ...headers, 'Content-Type': file.mediaType } })
  })
}
