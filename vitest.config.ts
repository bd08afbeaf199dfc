import { defineConfig } from 'vitest/config'

// A condition that is waited for may take its time on a busy machine; only one that never holds fails.
const expectOptions = { poll: { timeout: 20_000, interval: 20 } }

export default defineConfig({
  test: {
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
      {
        test: {
          name: 'integration',
          expect: expectOptions,
          include: ['test/integration/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
})
