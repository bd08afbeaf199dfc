import { defineConfig } from 'vitest/config'

// A condition that is waited for may take its time on a busy machine; only one that never holds fails.
const expectOptions = { poll: { timeout: 20_000, interval: 20 } }

const isLong = Boolean(process.env['ADJUMP_INSPECTOR_LONG'])

/**
 * The store's threads run from source here, and Node strips their types with a WebAssembly module. V8 crashes now and then
 * where many threads of one process do so, while it replaces its general wrapper of a call from there by a faster one
 * (Node 24.21, in `TierUpWasmToJSWrapper`): so there is none. What is built has no types to strip.
 */
const execArgv = ['--no-wasm-generic-wrapper']

export default defineConfig({
  test: {
    // The default leaves a core free, and most tests wait more than they reckon.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          expect: expectOptions,
          include: ['test/unit/**/*.test.{ts,tsx}', 'test/architecture/**/*.test.ts'],
          // The boundary test runs the real checker over the whole tree.
          testTimeout: 30_000,
        },
      },
      // Faults injected for real, and hostile input without end: bounded here, in full with `--long` (scripts/test.mjs).
      ...['faults', 'fuzz'].map((name) => ({
        test: {
          name,
          execArgv,
          expect: expectOptions,
          include: [`test/${name}/**/*.test.ts`],
          // One after the other: each wants the machine, or a whole process, for itself.
          fileParallelism: false,
          testTimeout: isLong ? 3_600_000 : 120_000,
          hookTimeout: 60_000,
        },
      })),
      {
        test: {
          name: 'integration',
          execArgv,
          expect: expectOptions,
          include: ['test/integration/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
})
