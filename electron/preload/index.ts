import { contextBridge, ipcRenderer } from 'electron'
import {
  BRIDGE_NAME,
  type Bridge,
  CALL_CHANNEL,
  EVENTS_CHANNEL,
  READ_CHANNEL,
  SUBSCRIBE_CHANNEL,
} from '../../src/contract/bridge.ts'

const bridge: Bridge = {
  call: (message) => ipcRenderer.invoke(CALL_CHANNEL, message),
  subscribe(message, listener) {
    const forward = (_event: unknown, incoming: unknown): void => {
      listener(incoming)
    }
    ipcRenderer.on(EVENTS_CHANNEL, forward)
    ipcRenderer.send(SUBSCRIBE_CHANNEL, message)
    return () => {
      ipcRenderer.off(EVENTS_CHANNEL, forward)
    }
  },
}

ipcRenderer.on(EVENTS_CHANNEL, () => {
  ipcRenderer.send(READ_CHANNEL)
})

contextBridge.exposeInMainWorld(BRIDGE_NAME, bridge)
