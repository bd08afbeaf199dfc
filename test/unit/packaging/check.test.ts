import { describe, expect, it } from 'vitest'
import { check, type Machine, type Wish } from '../../../scripts/packaging/check.mjs'
import { installedElectronVersion } from '../../../scripts/packaging/config.mjs'
import { askServers, needLines, unreachable } from '../../../scripts/packaging/report.mjs'

const EVERYTHING: Wish = { dir: false, only: [], arch: 'x64' }
const GIVEN = { folder: '/given', version: '33.4.11' }

function aMachine(
  parts: Partial<Machine> & { readonly files?: readonly string[]; readonly programs?: readonly string[] } = {},
): Machine {
  const { files = [], programs = ['ar', 'xz', 'rpmbuild', 'hdiutil'], ...machine } = parts
  return {
    platform: 'linux',
    arch: 'x64',
    env: {},
    home: '/home/me',
    exists: (path) => files.includes(path),
    has: (program) => programs.includes(program),
    ...machine,
  }
}

const checked = (machine: Machine, wish: Partial<Wish> = {}, electron: typeof GIVEN | null = null) =>
  check(machine, { ...EVERYTHING, ...wish }, electron, () => true)

describe('what packing takes', () => {
  it('is Electron and the tools of this system’s packages, each with its address and its place', () => {
    const { targets, leftOut, needs, faults } = checked(aMachine())
    expect({ targets, leftOut, faults }).toEqual({ targets: ['AppImage', 'deb', 'rpm'], leftOut: [], faults: [] })
    expect(needs.map(({ found }) => found)).toEqual([false, false, false, false])
    const version = installedElectronVersion()
    expect(needs[0]).toMatchObject({
      what: `Electron ${version}`,
      url: `https://github.com/electron/electron/releases/download/v${version}/electron-v${version}-linux-x64.zip`,
    })
    expect(needs[0]?.kept).toMatch(/^\/home\/me\/\.cache\/electron\/[0-9a-f]{64}\/electron-v[\d.]+-linux-x64\.zip$/)
    expect(needs[1]?.kept).toBe(
      '/home/me/.cache/electron-builder/appimage@1.0.3/appimage-tools-runtime-20251108.tar.gz',
    )
    expect(new Set(needs.map(({ kept }) => kept)).size).toBe(4)
  })

  it('is less where something was fetched before, or another one is named', () => {
    const kept = checked(aMachine()).needs.map((need) => need.kept)
    expect(checked(aMachine({ files: kept })).needs.every(({ found }) => found)).toBe(true)
    const named = checked(aMachine({ env: { CUSTOM_FPM_PATH: '/opt/fpm', ELECTRON_BUILDER_CACHE: '/cache' } })).needs
    expect(named.filter(({ found }) => found).map((need) => need.kept)).toEqual(['/opt/fpm'])
    expect(named[1]?.kept).toBe('/cache/appimage@1.0.3/appimage-tools-runtime-20251108.tar.gz')
    expect(checked(aMachine({ env: { ELECTRON_MIRROR: 'https://mirror.example/electron' } })).needs[0]?.url).toMatch(
      /^https:\/\/mirror\.example\/electron\/v/,
    )
  })

  it('is nothing for the unpacked app around a given Electron', () => {
    const { targets, needs, faults } = checked(aMachine(), { dir: true }, GIVEN)
    expect(targets).toEqual([])
    expect(faults).toEqual([])
    expect(needs).toMatchObject([{ what: 'Electron 33.4.11', kept: '/given', found: true }])
  })

  it.each([
    ['darwin', 'arm64', ['dmg', 'zip'], '/home/me/Library/Caches/electron'],
    ['win32', 'x64', ['nsis'], '\\home\\me\\AppData\\Local\\electron'],
  ] as const)('is another thing on %s', (platform, arch, kinds, cache) => {
    const { targets, needs } = checked(aMachine({ platform, arch }), { arch })
    expect(targets).toEqual(kinds)
    expect(needs[0]?.url).toContain(`-${platform}-${arch}.zip`)
    expect(needs[0]?.kept.startsWith(cache)).toBe(true)
    expect(needs.map(({ url }) => url).filter((url) => /fpm|appimage/.test(url))).toEqual([])
  })

  it('leaves out what this system cannot make, and says why', () => {
    const { targets, leftOut } = checked(aMachine({ programs: ['ar', 'xz'] }))
    expect(targets).toEqual(['AppImage', 'deb'])
    expect(leftOut).toEqual([{ name: 'rpm', why: 'it needs rpmbuild (on Debian: apt-get install rpm)' }])
    const asked = checked(aMachine(), { only: ['dmg', 'deb'] })
    expect(asked.targets).toEqual(['deb'])
    expect(asked.leftOut).toEqual([{ name: 'dmg', why: 'it is made on macOS' }])
    expect(checked(aMachine(), { only: ['nsis'] }).faults).toEqual([
      'None of the packages that were asked for can be made here.',
    ])
  })

  it('is refused where the app would lack a part of itself', () => {
    const { faults } = check(aMachine(), { ...EVERYTHING, arch: 'arm64' }, null, (name) => !name.startsWith('@ngrok'))
    expect(faults).toEqual(['node_modules has no @ngrok/ngrok-linux-arm64-gnu, which the app needs on Linux (arm64).'])
    expect(check(aMachine(), EVERYTHING, null).faults.filter((fault) => fault.includes('better-sqlite3'))).toEqual([])
  })
})

describe('what is said before packing begins', () => {
  const of = { platform: 'linux', arch: 'x64', version: '1.2.3', dir: false }

  it('names everything to be fetched with the size that its server gives', async () => {
    const machine = aMachine({ programs: [] })
    const found = checked(machine)
    const asked: string[] = []
    const answers = await askServers(found.needs, async (url) => {
      asked.push(url)
      return { bytes: url.includes('electron-v') ? 123_456_789 : null, why: null }
    })
    expect(asked).toEqual(found.needs.map(({ url }) => url))
    expect(unreachable(answers)).toBeNull()
    const lines = needLines(found, of, answers)
    expect(lines[0]).toBe('Adjump Inspector 1.2.3 for Linux (x64): AppImage.')
    expect(lines.join('\n')).toContain(
      `  fetch  Electron ${installedElectronVersion()}, 123.5 MB, from https://github.com/`,
    )
    expect(lines.join('\n')).toContain('AppImage’s runtime and mksquashfs, about 10 MB, from https://github.com/')
    expect(lines).toContain('Left out: deb, it needs ar and xz (on Debian: apt-get install binutils xz-utils).')
    expect(lines).toContain('Not from here: dmg, zip (made on macOS).')
    expect(lines).toContain('Not from here: nsis (made on Windows).')
  })

  it('asks no server where all is here', async () => {
    const answers = await askServers(checked(aMachine(), { dir: true }, GIVEN).needs, () => {
      throw new Error('nobody is to be asked')
    })
    expect(answers.size).toBe(0)
    expect(unreachable(answers)).toBeNull()
  })

  it('ends with one sentence where a server cannot be reached', async () => {
    const { needs } = checked(aMachine(), { only: ['AppImage'] }, GIVEN)
    const answers = await askServers(needs, async () => ({ bytes: null, why: 'ENOTFOUND' }))
    expect(unreachable(answers)).toBe(
      'Nothing was packed: what is missing must be fetched from github.com, which cannot be reached from here (ENOTFOUND). “npm run package:dir” packs the app without installers, and with ELECTRON_OVERRIDE_DIST_PATH (a folder with an unpacked Electron) without any download.',
    )
  })
})
