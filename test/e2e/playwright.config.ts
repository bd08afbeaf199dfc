import { defineConfig } from '@playwright/test'

/** One set of specs for both faces: `desktop` drives the Electron app, `browser` the screen of `serve`. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Each spec starts an app of its own; the machine may be small.
  workers: 1,
  forbidOnly: true,
  retries: 0,
  projects: [{ name: 'desktop' }, { name: 'browser', testIgnore: 'desktop-*.spec.ts' }],
  use: { screenshot: 'only-on-failure' },
})
