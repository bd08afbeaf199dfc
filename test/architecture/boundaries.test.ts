import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkBoundaries } from '../../scripts/boundaries/check.mjs'

const ROOT = join(import.meta.dirname, '../..')

describe('the boundary table', () => {
  let copy: string

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'adjump-inspector-boundaries-'))
    for (const folder of ['src', 'electron']) cpSync(join(ROOT, folder), join(copy, folder), { recursive: true })
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
    mkdirSync(join(copy, 'test'))
    writeFileSync(join(copy, 'test/helper.ts'), 'export const helper = 1\n')
  })
  afterAll(() => {
    rmSync(copy, { recursive: true, force: true })
  })

  /** Adds one file to the copy, checks it, and takes the file away again. */
  async function violationsWith(path: string, text: string): Promise<readonly string[]> {
    const file = join(copy, path)
    writeFileSync(file, text)
    try {
      const { modules, violations } = await checkBoundaries(copy)
      expect(modules).toBeGreaterThan(100)
      return violations.filter((violation) => violation.startsWith(path))
    } finally {
      rmSync(file)
    }
  }

  it('is kept by the whole tree', async () => {
    const { modules, violations } = await checkBoundaries(ROOT)
    expect(violations).toEqual([])
    expect(modules).toBeGreaterThan(100)
  })

  it.each([
    [
      'core imports Node',
      'src/core/planted.ts',
      "import { readFileSync } from 'node:fs'\nexport const x = readFileSync\n",
    ],
    ['core imports a service', 'src/core/planted.ts', "export * from '../services/tunnel/backoff.ts'\n"],
    ['a service imports another', 'src/services/tunnel/planted.ts', "export * from '../receiver/limits.ts'\n"],
    ['the app imports Electron', 'src/app/planted.ts', "export { app } from 'electron'\n"],
    [
      'the screen imports a service',
      'src/renderer/lib/planted.ts',
      "export * from '../../services/tunnel/backoff.ts'\n",
    ],
    ['a plain component imports the shell', 'src/renderer/ui/planted.ts', "export * from '../app/navigation.ts'\n"],
    ['the preload imports a package', 'electron/preload/planted.ts', "export { z } from 'zod'\n"],
    ['the product imports a test', 'src/app/planted.ts', "export * from '../../test/helper.ts'\n"],
    ['a type alone crosses', 'src/core/planted.ts', "export type { Router } from '../contract/router.ts'\n"],
    ['an import leads nowhere', 'src/core/planted.ts', "export * from './nowhere.ts'\n"],
  ])('fails where %s', async (_case, path, text) => {
    expect(await violationsWith(path, text)).not.toEqual([])
  })
})
