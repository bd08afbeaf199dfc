import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, it } from 'vitest'
import { z } from 'zod'
import { rounds } from '../support/long-run.ts'

const figuresSchema = z.object({
  cycles: z.int(),
  seconds: z.int(),
  /** What is still open in words; empty for nothing. */
  left: z.string(),
  /** Bytes of the heap, and listeners on the process. */
  grown: z.int(),
  listeners: z.int(),
  /** Errors that nobody caught. */
  errors: z.int(),
})

const SCRIPT = fileURLToPath(new URL('../support/tunnel-cycles.ts', import.meta.url))
const MEGABYTE = 1024 * 1024

async function run(cycles: number, ...more: readonly string[]): Promise<z.infer<typeof figuresSchema>> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--expose-gc', SCRIPT, '--cycles', String(cycles), ...more],
    { timeout: 600_000 },
  )
  return figuresSchema.parse(JSON.parse(stdout))
}

// Each in a process of its own.
describe.concurrent('a tunnel that is opened, fails, comes back and is closed, again and again', () => {
  it('leaves no socket, timer, listener or megabyte behind, and no error uncaught', async ({ expect }) => {
    const figures = await run(rounds(6, 200))
    console.log(`tunnel cycles: ${JSON.stringify(figures)}`)
    expect(figures).toMatchObject({ left: '', listeners: 0, errors: 0 })
    expect(figures.grown).toBeLessThan(MEGABYTE)
  }, 700_000)

  it('is measured by something that sees a leak', async ({ expect }) => {
    const figures = await run(rounds(2, 60), '--leak')
    console.log(`the same with a leak: ${JSON.stringify(figures)}`)
    expect(figures.left).toContain('Timeout')
    expect(figures.listeners).toBeGreaterThan(0)
    expect(figures.grown).toBeGreaterThan(figures.cycles * 20_000)
  }, 700_000)
})
