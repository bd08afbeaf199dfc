import { defineConfig } from '@playwright/test'

/** One set of specs for both faces: `desktop` drives the Electron app, `browser` the screen of `serve`. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Each spec starts an app of its own; the machine may be small.
  workers: 1,
  forbidOnly: true,
  retries: 0,
  // What has a meaning in one face only is no skipped test of the other: by its file's name, or by its tag. Each has a
  // folder of its own, which is emptied at its start: the two run at the same time.
  projects: [
    {
      name: 'desktop',
      testIgnore: 'browser-*.spec.ts',
      grepInvert: /@browser/,
      outputDir: '../../test-results/desktop',
    },
    {
      name: 'browser',
      testIgnore: 'desktop-*.spec.ts',
      grepInvert: /@desktop/,
      outputDir: '../../test-results/browser',
    },
  ],
  snapshotPathTemplate: '{testDir}/snapshots/{arg}{ext}',
  use: { screenshot: 'only-on-failure' },
})
