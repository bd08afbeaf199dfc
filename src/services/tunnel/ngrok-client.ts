/**
 * The part of `@ngrok/ngrok` 1.7.0 that is used: the edge at which tests put a fake, for the service itself cannot be
 * had there. The package is a native one, with a binary for each platform of which one or none is installed.
 */
export interface NgrokClient {
  // A constructor in a type is written so.
  readonly SessionBuilder: new () => NgrokSessionBuilder
}

export interface NgrokSessionBuilder {
  authtoken(token: string): this
  /** Put first into the user agent. */
  clientInfo(name: string, version: string): this
  /** Heard after the connection is lost, each time before another is tried; true goes on trying. */
  handleDisconnection(handler: (address: string, error: string) => boolean): this
  connect(): Promise<NgrokSession>
}

export interface NgrokSession {
  httpEndpoint(): NgrokHttpEndpoint
  close(): Promise<void>
}

export interface NgrokHttpEndpoint {
  domain(domain: string): this
  /** Whole URL of what requests go to. */
  listenAndForward(url: string): Promise<NgrokListener>
}

export interface NgrokListener {
  url(): string | null
  /** Settles when nothing is forwarded any more, whatever ended it. */
  join(): Promise<void>
  close(): Promise<void>
}

/** Loads the package; rejects where there is none for this platform. */
export async function loadNgrokClient(): Promise<NgrokClient> {
  // A CommonJS package: all of it is its default export.
  const { default: client } = await import('@ngrok/ngrok')
  return client
}
