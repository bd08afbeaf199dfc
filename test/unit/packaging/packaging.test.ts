import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readArguments } from '../../../scripts/packaging/arguments.mjs'
import { builderConfig, TARGETS } from '../../../scripts/packaging/config.mjs'
import { packedFiles } from '../../../scripts/packaging/content.mjs'
import { feedFault, UPDATE_FEED, UPDATER } from '../../../scripts/packaging/feed.mjs'
import { licencesText, packedPackages } from '../../../scripts/packaging/licences.mjs'
import { sizeLines } from '../../../scripts/packaging/sizes.mjs'
import { MADE_WITH, TOOLS } from '../../../scripts/packaging/tools.mjs'
import { ROOT } from '../../support/serve-process.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  desktopName: string
  dependencies: Record<string, string>
}
const config = (env: Record<string, string> = {}) => builderConfig({ output: '/out', electron: null, env })

describe('the arguments of npm run package', () => {
  it('are read', () => {
    expect(readArguments([], 'x64')).toMatchObject({ dir: false, only: [], arch: 'x64', checkOnly: false })
    expect(readArguments(['--only=deb,rpm', '--arch=arm64', '--check', '/out'], 'x64')).toMatchObject({
      only: ['deb', 'rpm'],
      arch: 'arm64',
      checkOnly: true,
      output: '/out',
    })
  })

  it.each([
    ['--only=snap', 'There is no kind of package “snap”'],
    ['--arch=mips', 'There are no packages for “mips”'],
    ['--only', '“--only” was not understood.'],
    ['--publish', '“--publish” was not understood.'],
  ])('%s is refused', (arg, sentence) => {
    const read = readArguments([arg], 'x64')
    expect('fault' in read ? read.fault : '').toContain(sentence)
  })
})

describe('the packages', () => {
  it('are named after version, system and processor', () => {
    const { artifactName, nsis } = config()
    const filled = [artifactName, nsis?.artifactName].map((name) =>
      name?.replace(/\$\{(\w+)\}/g, (_, field: string) => `<${field}>`),
    )
    expect(filled).toEqual(['<name>-<version>-<os>-<arch>.<ext>', '<name>-<version>-<os>-<arch>-setup.<ext>'])
  })

  it('say to each system what the app is', () => {
    const { appId, linux, mac, win, nsis, protocols, fileAssociations } = config()
    expect(readFileSync(join(ROOT, 'electron/main/index.ts'), 'utf8')).toContain(`'${String(appId)}'`)
    expect(manifest.desktopName).toBe(`${String(linux?.executableName)}.desktop`)
    expect([linux?.target, mac?.target, win?.target]).toEqual(Object.values(TARGETS))
    expect(mac?.category).toBe('public.app-category.developer-tools')
    expect(nsis).toMatchObject({ oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true })
    expect(protocols).toEqual([{ name: 'Adjump Inspector', schemes: ['adjump-inspector'] }])
    // The app opens no file that it is started with, so nobody is told that it would.
    expect(fileAssociations).toBeUndefined()
    const script = readFileSync(String(nsis?.include), 'utf8')
    expect(script).toContain(`shell\\open\\command" "" '"$appExe" "--" "%1"'`)
  })

  it('are signed where there is a certificate, and none is made up where there is none', () => {
    expect(config().mac).toMatchObject({ identity: '-', hardenedRuntime: false, notarize: false })
    const signed = config({ CSC_LINK: 'certificate.p12', APPLE_API_KEY: 'key.p8' }).mac
    expect(signed).toMatchObject({ hardenedRuntime: true, notarize: true })
    expect(signed).not.toHaveProperty('identity')
    const entitlements = readFileSync(String(signed?.entitlements), 'utf8')
    expect([...entitlements.matchAll(/<key>(.+)<\/key>/g)].map(([, key]) => key)).toEqual([
      'com.apple.security.cs.allow-jit',
    ])
  })

  it.each([
    ['linux', 'arm64', '@ngrok/ngrok-linux-arm64-gnu'],
    ['darwin', 'x64', '@ngrok/ngrok-darwin-x64'],
    ['darwin', 'arm64', '@ngrok/ngrok-darwin-arm64'],
    ['win32', 'x64', '@ngrok/ngrok-win32-x64-msvc'],
    ['win32', 'arm64', '@ngrok/ngrok-win32-arm64-msvc'],
  ])('for %s on %s hold that system’s binaries alone', (platform, arch, ngrok) => {
    if (platform === process.platform && arch === process.arch) return
    const kept = packedFiles(platform, arch).filter((pattern) => !pattern.startsWith('!'))
    expect(kept.filter((pattern) => pattern.includes('node_modules'))).toEqual([
      `**/node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node`,
      `**/node_modules/${ngrok}/*.{node,json}`,
    ])
    const prebuilds = readdirSync(join(ROOT, 'node_modules/better-sqlite3/prebuilds'))
    expect(prebuilds).toContain(`${platform}-${arch}.node`)
    const known = JSON.parse(readFileSync(join(ROOT, 'node_modules/@ngrok/ngrok/package.json'), 'utf8')) as {
      optionalDependencies: Record<string, string>
    }
    expect(Object.keys(known.optionalDependencies)).toContain(ngrok)
  })

  it('are made with the tools that this electron-builder asks for', () => {
    const ofBuilder = createRequire(createRequire(join(ROOT, 'package.json')).resolve('electron-builder'))
    const library = dirname(dirname(ofBuilder.resolve('app-builder-lib')))
    const folders = [join(library, 'out/toolsets'), join(dirname(library), 'dmg-builder/out')]
    const sources = folders
      .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
      .filter((file) => file.endsWith('.js'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n')
    for (const { release, file } of Object.values(TOOLS)) {
      const [name = '', version = ''] = release.split('@')
      expect(sources).toContain(version === '' ? release : name)
      if (version !== '') expect(sources).toContain(version)
      for (const platform of ['linux', 'darwin', 'win32']) {
        for (const arch of ['x64', 'arm64']) {
          const known = file({ platform, arch })
          // One file's name is put together in parts.
          expect(sources).toContain(known.startsWith('dmgbuild') ? '-75c8a6c.tar.gz' : known)
        }
      }
    }
    expect(Object.keys(MADE_WITH).toSorted()).toEqual(Object.values(TARGETS).flat().toSorted())
  })
})

describe('the update feed', () => {
  it('is off, at an address that can never be anybody’s', () => {
    expect(UPDATE_FEED.on).toBe(false)
    expect(new URL(UPDATE_FEED.url).hostname).toMatch(/\.invalid$/)
    expect(feedFault(UPDATE_FEED, Object.keys(manifest.dependencies))).toBeNull()
    expect(Object.keys(manifest.dependencies)).not.toContain(UPDATER)
    expect(config().publish).toEqual({ provider: 'generic', url: UPDATE_FEED.url, channel: 'latest' })
  })

  it('cannot be turned on without an address and without what reads it', () => {
    const on = { on: true, url: 'https://releases.example.com/inspector/' }
    expect(feedFault({ ...UPDATE_FEED, on: true }, [UPDATER])).toContain('can never be reached')
    expect(feedFault(on, ['zod'])).toContain('electron-updater')
    expect(feedFault(on, [UPDATER])).toBeNull()
    expect(feedFault({ ...on, url: 'http://releases.example.com/inspector/' }, [UPDATER])).toContain('https://')
  })
})

describe('the licences', () => {
  it('are those of everything loaded or bundled, each with its name and its text where it has one', () => {
    const packages = packedPackages()
    const names = packages.map(({ name }) => name)
    expect(names).toEqual(
      expect.arrayContaining([...Object.keys(manifest.dependencies).filter((name) => name !== 'ws'), 'react-dom']),
    )
    expect(names.filter((name) => /electron|playwright|vitest|typescript|yargs/.test(name))).toEqual([])
    expect(packages.filter(({ manifest }) => typeof manifest['license'] !== 'string').map(({ name }) => name)).toEqual(
      [],
    )
    const text = licencesText()
    for (const { name, manifest } of packages) expect(text).toContain(`\n${name} ${String(manifest['version'])} (`)
  })
})

it('sizes are said of each package, and of the unpacked app with its largest parts first', async () => {
  const folder = await tempFolder()
  mkdirSync(join(folder, 'app/resources'), { recursive: true })
  writeFileSync(join(folder, 'a.deb'), Buffer.alloc(1_250_000))
  writeFileSync(join(folder, 'app/program'), Buffer.alloc(900_000))
  writeFileSync(join(folder, 'app/small'), Buffer.alloc(100_000))
  writeFileSync(join(folder, 'app/resources/app.asar'), Buffer.alloc(2_000_000))
  expect(sizeLines([join(folder, 'a.deb')], join(folder, 'app'), 2)).toEqual([
    `    1.3 MB  ${join(folder, 'a.deb')}`,
    `    3.0 MB  ${join(folder, 'app')}, of which`,
    '    2.0 MB    resources/app.asar',
    '    0.9 MB    program',
    '    0.1 MB    1 more',
  ])
})
