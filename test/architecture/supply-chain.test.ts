import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'

const root = join(import.meta.dirname, '../..')
const versions = z.record(z.string(), z.string())
const manifest = z
  .object({
    dependencies: versions,
    devDependencies: versions,
    overrides: versions,
    allowScripts: z.record(z.string(), z.boolean()),
  })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        version: z.string().optional(),
        integrity: z.string().optional(),
        resolved: z.string().optional(),
        dev: z.boolean().optional(),
        devOptional: z.boolean().optional(),
        hasInstallScript: z.boolean().optional(),
        bundled: z.boolean().optional(),
        inBundle: z.boolean().optional(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')))
const installed = Object.entries(lock.packages).filter(([path]) => path !== '')
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

test('every package is pinned to one exact version', () => {
  const pins = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.overrides }
  expect(Object.entries(pins).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  expect(Object.keys(pins).length).toBeGreaterThan(30)
})

test('the lockfile knows every package by the hash of its content, and names no place to get it from but the registry', () => {
  expect(
    installed.filter(([, { integrity, inBundle }]) => !integrity && inBundle !== true).map(([path]) => path),
  ).toEqual([])
  expect(installed.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([])
  expect(installed.length).toBeGreaterThan(300)
})

test('nothing that runs for users needs a script at installation, and only Node’s own may run one', () => {
  const scripted = installed.filter(([, { hasInstallScript }]) => hasInstallScript === true)
  const shipped = scripted.filter(([, { dev, devOptional }]) => dev !== true && devOptional !== true)
  expect(shipped.map(([path]) => nameOf(path))).toEqual([])
  const allowed = Object.entries(manifest.allowScripts).filter(([, allow]) => allow)
  expect(allowed.map(([name]) => name)).toEqual(['node'])
  // Each script that exists was decided upon: allowed or refused by name.
  expect(scripted.map(([path]) => nameOf(path)).filter((name) => !(name in manifest.allowScripts))).toEqual([])
})

test('localtunnel gets the axios that is set here, not the old one that it asks for', () => {
  const fromLocaltunnel = createRequire(createRequire(import.meta.url).resolve('localtunnel'))
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(fromLocaltunnel.resolve('axios/package.json'), 'utf8')))
  expect(version).toBe(manifest.overrides['axios'])
  const others = installed.filter(([path]) => nameOf(path) === 'axios').map(([, entry]) => entry.version)
  expect(others).toEqual([manifest.overrides['axios']])
})

test('what is shipped is this short list, and what these bring along', () => {
  expect(Object.keys(manifest.dependencies)).toEqual([
    '@ngrok/ngrok',
    'better-sqlite3',
    'localtunnel',
    'rotating-file-stream',
    'ws',
    'zod',
  ])
})
