/** The only globals the contract may use: timers, alike in every runtime that it runs in. */
declare function setTimeout(callback: () => void, delayMs: number): number | { unref(): void }
declare function clearTimeout(timer: number | { unref(): void }): void

interface AbortSignal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void
  removeEventListener(type: 'abort', listener: () => void): void
}
