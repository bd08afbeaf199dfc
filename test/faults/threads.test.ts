import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { tempFolder } from '../support/temp-folder.ts'
import { startProduct } from './product.ts'
import { rideOut } from './ride-out.ts'
import { losses, readStored } from './stored.ts'

/** What the product may let a sender wait, and what a busy machine adds to it, in ms. */
const LONGEST_WAIT_MS = 8_000 + 4_000

describe('A history that another program keeps locked', () => {
  it('lets no sender wait for ever, acknowledges nothing, and goes on by itself when it is let go', async () => {
    const folder = await tempFolder()
    const file = join(folder, 'history.db')
    const product = await startProduct(folder, { ui: true })
    const foreign = new Database(file)
    const { acknowledged, figures, slowest } = await rideOut(product, {
      begin: () => void foreign.exec('BEGIN EXCLUSIVE'),
      end: () => void foreign.exec('ROLLBACK'),
      says: /keeps the history .* locked|has not answered|locked for too long/,
    })
    foreign.close()
    expect(slowest).toBeLessThan(LONGEST_WAIT_MS)
    expect(await product.stop('SIGTERM')).toBe(0)
    const stored = readStored(file)
    const wrong = losses(acknowledged, stored)
    console.log(`Locked by another program: ${figures}, ${String(wrong.length)} lost`)
    expect(wrong).toEqual([])
    expect(stored.counts.size, 'what got a 503 is not stored either').toBe(acknowledged.size)
  })
})
