// How fast requests are read, with all findings, on one core: `node test/bench/reading.ts`.
// Measured in this process's own CPU time, so that other work on the machine counts as little as possible.
import { readRequest } from '../../src/core/reading.ts'
import { aCapturedRequest, aMapping, CLEAN_TARGET } from '../support/builders.ts'
import { readingVectors } from '../support/reading-vectors.ts'

const targets = readingVectors()
  .flatMap(({ vectors }) => vectors)
  .map(({ target }) => target)

const mappings = [aMapping()]

/** The best of several runs, in readings per second of CPU time. */
function readingsPerSecond(target: string, runs: number, count: number): number {
  const request = aCapturedRequest({ target })
  let best = 0
  let findings = 0
  for (let run = 0; run < runs; run += 1) {
    const start = process.cpuUsage()
    for (let index = 0; index < count; index += 1) findings += readRequest(request, mappings).findings.length
    const { user, system } = process.cpuUsage(start)
    best = Math.max(best, (count / (user + system)) * 1e6)
  }
  if (Number.isNaN(findings)) throw new Error('unreachable: keeps the loop from being optimised away')
  return best
}

// Warm up on everything, so that no vector is measured on cold or too specialised code.
for (let round = 0; round < 300; round += 1) for (const target of targets) readingsPerSecond(target, 1, 1)

const clean = readingsPerSecond(CLEAN_TARGET, 10, 50_000)
const byTarget = targets
  .map((target) => ({ target, rate: readingsPerSecond(target, 5, 2_000) }))
  .sort((a, b) => a.rate - b.rate)

const shown = (rate: number): string => `${Math.round(rate).toLocaleString('en-US')} readings/s`
console.log(`clean postback: ${shown(clean)}`)
console.log(`worst of ${String(targets.length)} vectors: ${shown(byTarget[0]?.rate ?? 0)}`)
for (const { target, rate } of byTarget.slice(0, 8)) console.log(`  ${shown(rate)}  ${target.slice(0, 100)}`)
