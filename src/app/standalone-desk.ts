import { createHttpSender } from '../services/forwarder/http-sender.ts'
import { createOutgoingDesk, type OutgoingDesk } from './outgoing-desk.ts'

const NOWHERE = { status: { url: null } }

/** The desk for a command that sends without an inspector running: no receiver and no tunnel are its own. */
export function openStandaloneDesk(): OutgoingDesk {
  const sender = createHttpSender()
  const desk = createOutgoingDesk({ sender, receiver: NOWHERE, tunnel: NOWHERE })
  return {
    ...desk,
    close() {
      desk.close()
      sender.close()
    },
  }
}
