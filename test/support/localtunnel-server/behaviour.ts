/** How the server deals with registrations. */
export type RegistrationMode =
  | 'normal'
  | 'never'
  | 'html'
  | 'forbidden'
  | 'busy'
  | 'nonsense'
  /** Half of a JSON object. */
  | 'garbage'
  /** A body that never ends, as fast as it is taken. */
  | 'endless'
  /** A byte now and then, without end. */
  | 'drip'
  /** A port that refuses every connection. */
  | 'refusing-port'

/** An answer in place of the tunnel's. `bypassable`: a request with `bypass-tunnel-reminder` gets through. */
export interface StandIn {
  readonly status: number
  readonly contentType: string
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
  readonly bypassable: boolean
}

const PAGE = '<!doctype html><html><head><title>Friendly Reminder</title></head><body>Click to continue</body></html>'

/** The reminder page of public localtunnel servers; with another status, a log-in page before the tunnel. */
export function reminderPage(options: { readonly status?: number; readonly bypassable: boolean }): StandIn {
  return {
    status: options.status ?? 200,
    contentType: 'text/html; charset=utf-8',
    body: PAGE,
    bypassable: options.bypassable,
  }
}

/** A plain answer with this status for every request, whatever the tunnel would say. */
export function plainStatus(status: number, headers: Readonly<Record<string, string>> = {}): StandIn {
  return { status, contentType: 'text/plain', body: `status ${String(status)}\n`, headers, bypassable: false }
}
