import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron'
import type { Inspector } from '../../src/app/inspector.ts'
import { CALL_CHANNEL, EVENTS_CHANNEL, READ_CHANNEL, SUBSCRIBE_CHANNEL } from '../../src/contract/bridge.ts'
import { CallError } from '../../src/contract/errors.ts'
import { createSession, type Session } from '../../src/contract/session.ts'
import { hostMessageToText } from '../../src/contract/wire.ts'
import { hostWords } from '../../src/words/of/host.ts'
import { createReadWatch, type ReadWatch } from './read-watch.ts'

interface Page {
  readonly session: Session
  readonly watch: ReadWatch
}

/**
 * Speaks the contract with the windows. Only the top frame of the screen's own page is heard. `onHang` is told of a
 * page that has long not read what was sent to it.
 */
export function hostContract(
  inspector: Inspector,
  isOwnPage: (url: string) => boolean,
  onHang: (contents: WebContents) => void,
): void {
  const pages = new WeakMap<WebContents, Page>()

  const isOwn = ({ senderFrame, sender }: IpcMainEvent | IpcMainInvokeEvent): boolean =>
    senderFrame !== null && senderFrame === sender.mainFrame && isOwnPage(senderFrame.url)

  function pageOf(contents: WebContents): Page {
    const known = pages.get(contents)
    if (known) return known
    const watch = createReadWatch(() => {
      onHang(contents)
    })
    const session = createSession(inspector.router, inspector.log, {
      send(message) {
        if (contents.isDestroyed() || contents.isCrashed()) return
        watch.sent()
        contents.send(EVENTS_CHANNEL, hostMessageToText(message))
      },
      congested: () => watch.isBehind(),
    })
    const page = { session, watch }
    pages.set(contents, page)
    const end = (): void => {
      contents.off('render-process-gone', end)
      contents.off('destroyed', end)
      pages.delete(contents)
      watch.reset()
      session.close()
    }
    // A page that is loaded anew asks for what it wants; until then nothing is piled up for it.
    contents.once('render-process-gone', end)
    contents.once('destroyed', end)
    return page
  }

  ipcMain.handle(CALL_CHANNEL, async (event, message: unknown): Promise<string> => {
    if (isOwn(event)) return hostMessageToText(await pageOf(event.sender).session.answer(message))
    const error = new CallError('refused', hostWords().notOwnWindow).toShape()
    return hostMessageToText({ type: 'error', id: 0, error })
  })

  ipcMain.on(SUBSCRIBE_CHANNEL, (event, message: unknown) => {
    if (!isOwn(event)) return
    const { session, watch } = pageOf(event.sender)
    // Whoever subscribes has just begun to read: what a page before it left unread is of no account.
    watch.reset()
    void session.receive(message)
  })

  ipcMain.on(READ_CHANNEL, (event) => {
    if (isOwn(event)) pages.get(event.sender)?.watch.wasRead()
  })
}
