import { app } from 'electron'
import { LINK_SCHEME, linkAmong } from '../../src/core/deep-link.ts'

/**
 * Makes the installed app the one that opens `adjump-inspector://` links. On Linux the package's own desktop file says
 * so. Windows puts the link behind what is given here: after `--` nothing of it can be an option.
 */
export function registerLinks(): void {
  if (!app.isPackaged || process.platform === 'linux') return
  if (process.platform === 'win32') app.setAsDefaultProtocolClient(LINK_SCHEME, process.execPath, ['--'])
  else app.setAsDefaultProtocolClient(LINK_SCHEME)
}

/** Somebody wants to see the window: at the place that a link names, or with null wherever it is. */
type OnWish = (link: string | null) => void

/**
 * Hears of those who want the window: by a link that this start was given, by a second start, or (macOS) by a link that
 * the system hands over. Of all that a second start is given, a link alone is looked at. The newest that came before
 * `receive` is kept for it. Call before the app is ready.
 */
export function collectWishes(): { receive(onWish: OnWish): void } {
  const given = linkAmong(process.argv)
  let waiting: { readonly link: string | null } | null = given === null ? null : { link: given }
  let listener: OnWish | null = null
  const take = (link: string | null): void => {
    if (listener === null) waiting = { link }
    else listener(link)
  }
  app.on('open-url', (event, url) => {
    event.preventDefault()
    take(url)
  })
  app.on('second-instance', (_event, argv) => take(linkAmong(argv)))
  return {
    receive(onWish) {
      listener = onWish
      if (waiting !== null) onWish(waiting.link)
      waiting = null
    },
  }
}
