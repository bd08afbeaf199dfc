import { app, type Session, session, shell, type WebContents } from 'electron'
import type { OwnPlace } from './own-place.ts'

/** Pages that may be opened in the system's browser. Everything else is ignored. */
const OPENABLE = new Set(['adjump.io', 'www.adjump.io', 'docs.adjump.io'])

/**
 * Denies what the screen never needs, for every window and every session there will ever be. Call as soon as the app is
 * ready: a session asks for dictionaries a moment later.
 */
export function lockDown(own: OwnPlace): void {
  app.on('web-contents-created', (_event, contents) => {
    denyNavigation(contents, own)
  })
  const locked = new WeakSet<Session>()
  const lock = (target: Session): void => {
    if (locked.has(target)) return
    locked.add(target)
    denyPermissions(target)
    denyNetwork(target, own)
    denyDownloads(target, own)
    // A spell checker fetches the dictionaries of its languages from the network, even one that is switched off.
    target.setSpellCheckerLanguages([])
    target.setSpellCheckerEnabled(false)
  }
  app.on('session-created', lock)
  lock(session.defaultSession)
}

function denyNavigation(contents: WebContents, own: OwnPlace): void {
  const guard = (event: { preventDefault(): void }, url: string): void => {
    if (!own.isPage(url)) event.preventDefault()
  }
  contents.on('will-navigate', (event) => {
    guard(event, event.url)
  })
  contents.on('will-redirect', (event) => {
    guard(event, event.url)
  })
  contents.on('will-frame-navigate', (event) => {
    // The screen has no frames: not even its own page belongs into one.
    if (event.isMainFrame) guard(event, event.url)
    else event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
  })
  contents.setWindowOpenHandler(({ url }) => {
    const page = openable(url)
    if (page !== null) void shell.openExternal(page)
    return { action: 'deny' }
  })
}

/** The address as the system's browser gets it: parsed and written anew, and nothing but a plain page. */
function openable(text: string): string | null {
  if (!URL.canParse(text)) return null
  const { protocol, host, hostname, username, password, href } = new URL(text)
  const plain = protocol === 'https:' && host === hostname && username === '' && password === ''
  return plain && OPENABLE.has(hostname) ? href : null
}

function denyPermissions(target: Session): void {
  target.setPermissionRequestHandler((_contents, _permission, decide) => {
    decide(false)
  })
  target.setPermissionCheckHandler(() => false)
  target.setDevicePermissionHandler(() => false)
  target.setDisplayMediaRequestHandler(null)
}

/** The window speaks to its own files and to nothing else, whatever its page has been made to ask for. */
function denyNetwork(target: Session, own: OwnPlace): void {
  target.webRequest.onBeforeRequest(({ url }, decide) => {
    decide({ cancel: !own.isRequest(url) && !own.isOwnFile(url) })
  })
}

function denyDownloads(target: Session, own: OwnPlace): void {
  target.on('will-download', (event, item) => {
    if (!own.isOwnFile(item.getURL())) event.preventDefault()
  })
}
