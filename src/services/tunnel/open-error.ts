/** `busy`: the server asked to be left alone for a while. `name-refused`: it will not give this name to anybody. */
export type TunnelOpenErrorCode = 'failed' | 'busy' | 'name-refused'

/** Why a tunnel could not be opened; the message is a sentence for a person. */
export class TunnelOpenError extends Error {
  override readonly name = 'TunnelOpenError'
  readonly code: TunnelOpenErrorCode
  constructor(message: string, code: TunnelOpenErrorCode = 'failed') {
    super(message)
    this.code = code
  }
}
