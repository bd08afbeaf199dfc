/** What the receiver lets a stranger use. Sizes in bytes, times in ms. Each bound is a refusal, never a crash. */
export interface ReceiverLimits {
  /** Request line and headers together (Node counts targets, names and values). Beyond: 431, kept as rejected. */
  readonly headBytes: number
  /** Headers of one request. Beyond: 431; the request is kept like any other. */
  readonly headerCount: number
  /** How much of a body is kept. The rest is counted and dropped. */
  readonly bodyKept: number
  /** The longest body. Beyond: 413; kept with what had been counted by then. */
  readonly bodyAccepted: number
  /** What all bodies under way may keep together; a body that comes when this is used up is kept shorter. */
  readonly bodiesKeptTogether: number
  /** How much of what was no HTTP request is kept. */
  readonly rejectedBytes: number
  /** From a head's first byte to its last. Beyond: 408, kept as rejected. */
  readonly headTimeout: number
  /** From a request's first byte to its last. Beyond: 408, kept with what had come by then. */
  readonly requestTimeout: number
  /** How long a connection may rest between two requests. Then it is closed without a word. */
  readonly keepAliveTimeout: number
  /** How long a sender may take to read a reply. Then it is cut off, and counts as gone. */
  readonly replyTimeout: number
  /** How long a connection that gets no reply on purpose is held. Then it is closed without a word. */
  readonly silence: number
  /** How often the times above are looked at. */
  readonly checkInterval: number
  /** Open connections. Beyond: the longest idle one is closed; where all are busy, 503, and nothing is kept. */
  readonly connections: number
  /** Unanswered requests on one connection. Beyond: the receiver stops reading there until replies are out. */
  readonly unanswered: number
  /** How long closing waits for requests under way. */
  readonly closeTimeout: number
}

export const DEFAULT_LIMITS: ReceiverLimits = {
  headBytes: 16 * 1024,
  headerCount: 200,
  bodyKept: 1024 * 1024,
  bodyAccepted: 16 * 1024 * 1024,
  bodiesKeptTogether: 64 * 1024 * 1024,
  rejectedBytes: 8 * 1024,
  headTimeout: 10_000,
  requestTimeout: 60_000,
  // Longer than any common proxy keeps an idle connection (60 to 600 s): the side that sends must be the one that
  // closes, or a postback meets a connection that was closed under it.
  keepAliveTimeout: 660_000,
  replyTimeout: 30_000,
  // Longer than any sender waits; shorter for nobody but those that would never leave.
  silence: 900_000,
  checkInterval: 2_000,
  connections: 1024,
  unanswered: 100,
  closeTimeout: 2_000,
}
