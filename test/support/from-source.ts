/** The flags that a process wants which runs the store's threads from source; `vitest.config.ts` says why. */
export const FROM_SOURCE: readonly string[] = process.execArgv.filter((flag) => flag.includes('wasm'))
