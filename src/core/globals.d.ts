/**
 * The only globals the domain may use: each stands in every runtime that it runs in (Node, Electron, browsers).
 * Declared here because this room has neither DOM nor Node types.
 */
interface AbortSignal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void
  removeEventListener(type: 'abort', listener: () => void): void
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(input: Uint8Array): string
}

declare class TextEncoder {
  encode(text: string): Uint8Array
}
