/** Names and shapes that the desktop's preload needs. Free of every package, so that the preload stays a pipe. */

/** Under this name the preload puts the bridge into the window. */
export const BRIDGE_NAME = 'inspectorBridge'

export const CALL_CHANNEL = 'inspector:call'
export const SUBSCRIBE_CHANNEL = 'inspector:subscribe'
export const EVENTS_CHANNEL = 'inspector:events'
/** The page has read one message of the events' channel: the host sends no more than can be read. */
export const READ_CHANNEL = 'inspector:read'

/**
 * The preload's two functions. Messages are those of `wire.ts`, parsed on both sides and untouched in between; the host's
 * come as text, of which no copy is made property by property on the way into the page.
 */
export interface Bridge {
  call(message: unknown): Promise<unknown>
  subscribe(message: unknown, listener: (text: unknown) => void): () => void
}
