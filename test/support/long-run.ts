/** Whether the long suites run in full (`npm run test:faults`, `npm run test:fuzz`) or bounded, as in `npm test`. */
export const isLongRun = Boolean(process.env['ADJUMP_INSPECTOR_LONG'])

/** How many rounds a fault or fuzz test runs: a few in `npm test`, all of them in its own command. */
export function rounds(bounded: number, full: number): number {
  return isLongRun ? full : bounded
}
