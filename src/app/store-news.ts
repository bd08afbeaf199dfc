import type { EventLog } from '../contract/event-log.ts'
import type { StoreEvent } from '../core/ports.ts'
import type { Forwarding } from './forwarding.ts'
import type { OutageLog } from './outage-log.ts'
import { refusingNow } from './refusing-now.ts'
import { replyNews } from './reply-news.ts'

/** Tells the screens what the store says of itself, and lets those write again that it had refused. */
export function storeNews(parts: {
  readonly log: EventLog
  readonly outages: Pick<OutageLog, 'retry'>
  readonly forwarding: Pick<Forwarding, 'storeWrites'>
}): (event: StoreEvent) => void {
  const { log, outages, forwarding } = parts
  return (event) => {
    switch (event.type) {
      case 'status':
        log.emit('store.changed', event.status)
        for (const outage of refusingNow(event.status)) log.emit('outage.changed', { outage })
        if (event.status.state === 'ok') {
          outages.retry()
          forwarding.storeWrites()
        }
        break
      case 'outage':
        log.emit('outage.changed', { outage: event.outage })
        break
      case 'late':
        log.emit('postback.received', { postbacks: event.postbacks })
        break
      case 'notices':
        log.emit('notice.changed', { notices: event.notices })
        break
      case 'reread':
        log.emit('reread.progressed', event.progress)
        break
      case 'clearing':
        log.emit('clearing.progressed', event.clearing)
        break
      case 'replied':
        log.emit('postback.replied', { replies: event.replies.map(replyNews) })
        break
      default:
        unreachable(event)
    }
  }
}

function unreachable(value: never): never {
  throw new Error(`unknown store event: ${JSON.stringify(value)}`)
}
