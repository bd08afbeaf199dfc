import { app, type Session, session, shell, type WebContents } from 'electron'

/** Pages that may be opened in the system's browser. Everything else is ignored. */
const OPENABLE = new Set(['adjump.io', 'www.adjump.io', 'docs.adjump.io'])

/** Denies what the screen never needs, for every window there will ever be. `isOwnPage` knows the screen's address. */
export function lockDown(isOwnPage: (url: string) => boolean): void {
  app.on('web-contents-created', (_event, contents) => {
    denyNavigation(contents, isOwnPage)
  })
  denyPermissions(session.defaultSession)
}

function denyNavigation(contents: WebContents, isOwnPage: (url: string) => boolean): void {
  const guard = (event: { preventDefault(): void }, url: string): void => {
    if (!isOwnPage(url)) event.preventDefault()
  }
  contents.on('will-navigate', (event) => {
    guard(event, event.url)
  })
  contents.on('will-redirect', (event) => {
    guard(event, event.url)
  })
  contents.on('will-frame-navigate', (event) => {
    guard(event, event.url)
  })
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
  })
  contents.setWindowOpenHandler(({ url }) => {
    if (isOpenable(url)) void shell.openExternal(url)
    return { action: 'deny' }
  })
}

function isOpenable(text: string): boolean {
  try {
    const url = new URL(text)
    return url.protocol === 'https:' && OPENABLE.has(url.hostname)
  } catch {
    return false
  }
}

function denyPermissions(target: Session): void {
  target.setPermissionRequestHandler((_contents, _permission, decide) => {
    decide(false)
  })
  target.setPermissionCheckHandler(() => false)
  target.setDevicePermissionHandler(() => false)
}
