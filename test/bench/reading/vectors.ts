import { readRequest } from '../../../src/core/reading.ts'
import { aCapturedRequest, aMapping, CLEAN_TARGET } from '../../support/builders.ts'
import { readingVectors } from '../../support/reading-vectors.ts'
import type { Line } from '../line.ts'

const MAPPINGS = [aMapping()]

/** The best of several runs, in readings per second of this process's own CPU time. */
function readingsPerSecond(target: string, runs: number, count: number): number {
  const request = aCapturedRequest({ target })
  let best = 0
  let findings = 0
  for (let run = 0; run < runs; run += 1) {
    const start = process.cpuUsage()
    for (let index = 0; index < count; index += 1) findings += readRequest(request, MAPPINGS).findings.length
    const { user, system } = process.cpuUsage(start)
    best = Math.max(best, (count / (user + system)) * 1e6)
  }
  if (Number.isNaN(findings)) throw new Error('unreachable: keeps the loop from being optimised away')
  return best
}

/** Every vector of the reading's own tests, and a clean postback. */
export const READING_LINE: Line = {
  subject: 'reading',
  name: 'reading with all findings (core alone)',
  target: '≥ 150,000/s on one core for a clean postback, ≥ 60,000/s for the worst vector',
  measure(context) {
    const targets = readingVectors()
      .flatMap(({ vectors }) => vectors)
      .map(({ target }) => target)
    // Everything once, so that no vector is measured on cold or too specialised code.
    for (let round = 0; round < 300; round += 1) for (const target of targets) readingsPerSecond(target, 1, 1)
    const clean = readingsPerSecond(CLEAN_TARGET, context.quick ? 3 : 10, 50_000)
    const rates = targets.map((target) => ({ target, rate: readingsPerSecond(target, 5, 2_000) }))
    const worst = rates.toSorted((a, b) => a.rate - b.rate)[0]
    return Promise.resolve({
      figures: [
        { what: 'clean', value: clean, unit: '/s', atLeast: 150_000 },
        { what: 'worst', value: worst?.rate ?? 0, unit: '/s', atLeast: 60_000 },
      ],
      detail: `the worst of ${String(targets.length)}: \`${(worst?.target ?? '').slice(0, 80)}\``,
    })
  },
}
