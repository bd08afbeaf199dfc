import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron'
import type { Inspector } from '../../src/app/inspector.ts'
import { CALL_CHANNEL, EVENTS_CHANNEL, SUBSCRIBE_CHANNEL } from '../../src/contract/bridge.ts'
import { CallError } from '../../src/contract/errors.ts'
import { createSession, type Session } from '../../src/contract/session.ts'
import type { HostMessage } from '../../src/contract/wire.ts'

/** Speaks the contract with the windows. Only the top frame of the screen's own page is heard. */
export function hostContract(inspector: Inspector, isOwnPage: (url: string) => boolean): void {
  const sessions = new WeakMap<WebContents, Session>()

  const isOwn = (event: IpcMainEvent | IpcMainInvokeEvent): boolean =>
    event.senderFrame !== null && event.senderFrame === event.sender.mainFrame && isOwnPage(event.senderFrame.url)

  function sessionOf(contents: WebContents): Session {
    const known = sessions.get(contents)
    if (known) return known
    const session = createSession(inspector.router, inspector.log, {
      send: (message) => {
        if (!contents.isDestroyed()) contents.send(EVENTS_CHANNEL, message)
      },
      congested: () => false,
    })
    sessions.set(contents, session)
    contents.once('destroyed', () => {
      session.close()
    })
    return session
  }

  ipcMain.handle(CALL_CHANNEL, (event, message: unknown): Promise<HostMessage> | HostMessage => {
    if (isOwn(event)) return sessionOf(event.sender).answer(message)
    const error = new CallError('refused', 'Only the inspector’s own window may call.').toShape()
    return { type: 'error', id: 0, error }
  })

  ipcMain.on(SUBSCRIBE_CHANNEL, (event, message: unknown) => {
    if (isOwn(event)) void sessionOf(event.sender).receive(message)
  })
}
