/**
 * `unreachable`: no answer came at all. `declined`: the server does not want us now, and may yet. `name-refused`: it
 * will not give this name to anybody. `busy`: it asked to be left alone for a while. `refused`: nothing but another
 * token or setting would help, so it is not tried again.
 */
export type TunnelOpenErrorCode = 'failed' | 'unreachable' | 'declined' | 'name-refused' | 'busy' | 'refused'

/** Why a tunnel could not be opened; the message is a sentence for a person. */
export class TunnelOpenError extends Error {
  override readonly name = 'TunnelOpenError'
  readonly code: TunnelOpenErrorCode
  /** How long the server wants to be left alone, in ms, where it says so. */
  readonly retryAfterMs: number | null
  constructor(message: string, code: TunnelOpenErrorCode = 'failed', retryAfterMs: number | null = null) {
    super(message)
    this.code = code
    this.retryAfterMs = retryAfterMs
  }
}
