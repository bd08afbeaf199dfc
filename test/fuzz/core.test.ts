import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { isLongRun, rounds } from '../support/long-run.ts'
import { tryInput } from './engine/fuzzer.ts'
import { repeatCommand, runCoreFuzz } from './engine/run.ts'
import { coreTargets } from './targets/index.ts'

const corpus = z
  .array(z.object({ target: z.string(), base64: z.base64(), found: z.string() }))
  .parse(JSON.parse(readFileSync(new URL('../fixtures/fuzz/core.json', import.meta.url), 'utf8')))

/** A fixed one in CI, so that it fails or passes for everybody; another each time where it runs in full. */
const SEED = Number(process.env['ADJUMP_INSPECTOR_FUZZ_SEED'] ?? (isLongRun ? Date.now() % 1_000_000 : 4))

describe('what the fuzz of the core once found', () => {
  it.each(corpus)('is right now: $found', async ({ target: name, base64 }) => {
    const target = coreTargets.find((one) => one.name === name)
    if (target === undefined) throw new Error(`there is no target ${name}`)
    expect((await tryInput(target, Buffer.from(base64, 'base64'))).why).toBeNull()
  })
})

describe('the core, under any input', () => {
  it('throws nothing, hangs nowhere and keeps what must always hold', async () => {
    const inputs = rounds(20_000, 1_000_000)
    const report = await runCoreFuzz({ seed: SEED, inputs, stopAfter: 10 })
    const { ran, all } = report.lines
    console.log(
      `core: seed ${String(SEED)}, ${String(report.inputs)} inputs, ${(report.inputs / (report.ms / 1000)).toFixed(0)}/s, ${String(report.blocks)} blocks, ${((100 * ran) / all).toFixed(1)} % of ${String(all)} lines, corpus ${String(report.corpus)}, longest ${report.longest.ms.toFixed(0)} ms (${report.longest.target})`,
    )
    const failures = report.found.map((found) => `${found.target}: ${found.why}\n  ${repeatCommand(found)}`)
    expect(failures).toEqual([])
    expect(report.inputs).toBeGreaterThanOrEqual(inputs)
    expect(report.longest.ms, repeatCommand({ ...report.longest })).toBeLessThanOrEqual(1_000)
  })
})
