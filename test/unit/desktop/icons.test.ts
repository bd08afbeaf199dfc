import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { builderConfig } from '../../../scripts/packaging/config.mjs'
import { ROOT } from '../../support/serve-process.ts'

const ICONS = join(ROOT, 'resources/icon')

/** Width and height of a PNG, from its first chunk. */
function sizeOf(png: Buffer): string {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
  return `${String(png.readUInt32BE(16))}x${String(png.readUInt32BE(20))}`
}

const read = (path: string): Buffer => readFileSync(join(ICONS, path))

describe('the icons', () => {
  it('are drawn from their sources as they are now', () => {
    const drawnFrom = JSON.parse(read('drawn-from.json').toString()) as Record<string, string>
    const now = Object.fromEntries(
      readdirSync(join(ICONS, 'source')).map((name) => [
        name,
        createHash('sha256')
          .update(read(`source/${name}`))
          .digest('hex'),
      ]),
    )
    // `node scripts/icons.mjs` draws them anew.
    expect(drawnFrom).toEqual(now)
    expect(readFileSync(join(ROOT, 'src/renderer/favicon.svg'), 'utf8')).toBe(read('source/small.svg').toString())
  })

  it('are there in the sizes that their names say', () => {
    for (const name of readdirSync(join(ICONS, 'linux'))) expect(`${sizeOf(read(`linux/${name}`))}.png`).toBe(name)
    for (const mark of ['calm', 'unseen', 'trouble']) {
      expect(sizeOf(read(`tray/${mark}-32.png`))).toBe('32x32')
      expect(sizeOf(read(`tray/${mark}Template.png`))).toBe('16x16')
      expect(sizeOf(read(`tray/${mark}Template@2x.png`))).toBe('32x32')
      expect(sizeOf(read(`tray/${mark}@1.25x.png`))).toBe('20x20')
    }
  })

  it('differ by shape where the tray has something to say', () => {
    for (const suffix of ['-32.png', 'Template.png']) {
      const files = ['calm', 'unseen', 'trouble'].map((mark) => read(`tray/${mark}${suffix}`).toString('base64'))
      expect(new Set(files).size).toBe(3)
    }
  })

  it('are those of the packages', () => {
    const { linux, mac, win, protocols } = builderConfig({ output: 'dist', electron: null })
    expect(readdirSync(String(linux?.icon))).toContain('512x512.png')
    expect(readFileSync(String(mac?.icon)).toString('latin1', 0, 4)).toBe('icns')
    expect(readFileSync(String(win?.icon)).readUInt16LE(2)).toBe(1)
    expect(protocols).toEqual([{ name: 'Adjump Inspector', schemes: ['adjump-inspector'] }])
  })
})
