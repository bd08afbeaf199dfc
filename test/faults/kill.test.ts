import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { rounds } from '../support/long-run.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { startLoad } from './load.ts'
import { startProduct } from './product.ts'
import { losses, readStored } from './stored.ts'

const ROUNDS = rounds(5, 50)

describe('The product, killed at random moments under load', () => {
  it('keeps every acknowledged request exactly once, byte for byte, and starts again by itself', async () => {
    const folder = await tempFolder()
    const acknowledged = new Map<string, Buffer>()
    let sent = 0
    let slowestStart = 0
    for (let round = 0; round < ROUNDS; round += 1) {
      const startedAt = performance.now()
      const product = await startProduct(folder)
      slowestStart = Math.max(slowestStart, performance.now() - startedAt)
      const load = startLoad(product.port, { tag: `r${String(round)}` })
      await load.acknowledgedAtLeast(1 + Math.floor(Math.random() * 1500))
      await pause(Math.random() * 20)
      product.child.kill('SIGKILL')
      await product.ended()
      await load.stop()
      expect(product.stderr(), 'a start that needs nobody says nothing').toBe('')
      sent += load.sent
      for (const [target, body] of load.acknowledged) acknowledged.set(target, body)
    }
    const last = await startProduct(folder)
    expect(await last.stop('SIGTERM')).toBe(0)
    expect(last.stderr()).toBe('')
    const stored = readStored(join(folder, 'history.db'))
    const wrong = losses(acknowledged, stored)
    console.log(
      `kill -9, ${String(ROUNDS)} rounds on one folder: ${String(sent)} sent, ${String(acknowledged.size)} acknowledged, ` +
        `${String(acknowledged.size - wrong.length)} of them kept, ${String(stored.counts.size - acknowledged.size)} kept without a 200, ` +
        `integrity_check ${stored.integrity}, slowest start ${slowestStart.toFixed(0)} ms`,
    )
    expect(wrong).toEqual([])
    expect(stored.integrity).toBe('ok')
  })
})
