import type { Inspector } from '../app/inspector.ts'
import type { LoggedEvent } from '../contract/events.ts'
import { toJsonLine } from '../core/as-text.ts'
import type { PostbackSummary } from '../core/postback.ts'
import type { TunnelStatus } from '../core/status.ts'
import { type Output, printable } from './output.ts'

/** What `serve` says while it runs. */
export interface ServeReporter {
  receiverListening(url: string): void
  uiListening(url: string): void
  tunnelChanged(status: TunnelStatus): void
  /** Null where nobody wants to hear of them. */
  readonly postbackReceived: ((postback: PostbackSummary, endpointName: string | null) => void) | null
}

/** JSON lines: one object a line on standard output, and nothing else there. */
export function jsonReporter(output: Output): ServeReporter {
  const print = (event: Record<string, unknown>): void => {
    output.line(JSON.stringify(event))
  }
  return {
    receiverListening: (url) => print({ event: 'receiver.listening', url }),
    uiListening: (url) => print({ event: 'ui.listening', url }),
    tunnelChanged: ({ state, url, why }) => print({ event: 'tunnel.changed', state, url, why }),
    postbackReceived: (postback, endpointName) =>
      print({ event: 'postback.received', postback: toJsonLine(postback, endpointName) }),
  }
}

/** For people: a line for each thing that happens. */
export function textReporter(output: Output): ServeReporter {
  return {
    receiverListening: (url) => output.line(`Receiver  ${url}`),
    uiListening: (url) => output.line(`Screen    ${url}`),
    tunnelChanged: ({ state, url, why }) =>
      output.line(`Tunnel    ${state}${url === null ? '' : ` ${printable(url)}`} (${printable(why)})`),
    postbackReceived(postback) {
      const time = new Date(postback.receivedAt).toISOString()
      const what = postback.verdict ?? postback.kind
      const codes = postback.findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code)
      const fields = [postback.userId, postback.rewardAmount].map((text) => (text === null ? '-' : printable(text)))
      output.line([time, what.padEnd(8), ...fields, codes.join(',')].join('  ').trimEnd())
    },
  }
}

/** Prints everything in the inspector's log from its first event on, each once, until the returned end is called. */
export function followLog(inspector: Inspector, reporter: ServeReporter): () => void {
  let printed = 0
  let lastTunnel = ''

  function tellTunnel(status: TunnelStatus): void {
    const key = JSON.stringify([status.state, status.url, status.why])
    if (key === lastTunnel) return
    lastTunnel = key
    reporter.tunnelChanged(status)
  }

  function tell(event: LoggedEvent): void {
    if (event.event === 'tunnel.changed') tellTunnel(event.payload)
    if (event.event !== 'postback.received' || reporter.postbackReceived === null) return
    for (const postback of event.payload.postbacks) {
      reporter.postbackReceived(postback, inspector.endpoint(postback.endpointId)?.name ?? null)
    }
  }

  function drain(): void {
    for (const event of inspector.log.after(printed, Number.POSITIVE_INFINITY) ?? []) {
      printed = event.seq
      tell(event)
    }
  }

  drain()
  tellTunnel(inspector.tunnel)
  return inspector.log.onEmit(drain)
}
