import { rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const requireHere = createRequire(join(root, 'package.json'))

/** What is switched off in Electron's program itself, so that no environment and no argument turns it on again. */
export const FUSES = Object.freeze({
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
})

/**
 * electron-builder's configuration. `electron` is a folder with an unpacked Electron and its version; without one,
 * the installed dependency's version is downloaded.
 * @param {{ output: string, electron: { folder: string, version: string } | null }} options
 * @returns {import('electron-builder').Configuration}
 */
export function builderConfig({ output, electron }) {
  return {
    appId: 'io.adjump.inspector',
    productName: 'Adjump Inspector',
    directories: { output },
    electronVersion: electron?.version ?? requireHere('electron/package.json').version,
    ...(electron ? { electronDist: electron.folder } : {}),
    // The native modules come ready for every platform (Node-API): nothing is compiled.
    npmRebuild: false,
    asar: true,
    asarUnpack: ['**/*.node'],
    files: [
      'out/**',
      'package.json',
      '!out/main/cli.js',
      '!**/*.{map,md,ts,cts,mts,markdown,flow}',
      '!**/{test,tests,__tests__,docs,example,examples,.github}/**',
      '!**/node_modules/{yargs,yargs-parser,cliui,y18n,node-addon-api}/**',
      '!**/node_modules/zod/src/**',
      '!**/node_modules/better-sqlite3/{src,deps,binding.gyp}',
      '!**/node_modules/better-sqlite3/{src,deps}/**',
      // Each platform's own binary alone. musl has none of its own: Electron is built for glibc.
      '!**/node_modules/better-sqlite3/prebuilds/*',
      `**/node_modules/better-sqlite3/prebuilds/\${platform}-\${arch}.node`,
    ],
    electronFuses: FUSES,
    /** An Electron that starts apps from a folder leaves its own starter behind: a package has one app, in its asar. */
    async afterPack({ appOutDir, electronPlatformName, packager }) {
      const resources =
        electronPlatformName === 'darwin'
          ? join(appOutDir, `${packager.appInfo.productFilename}.app/Contents/Resources`)
          : join(appOutDir, 'resources')
      for (const name of ['app', 'default_app.asar']) await rm(join(resources, name), { recursive: true, force: true })
    },
    linux: { target: ['AppImage', 'deb'], category: 'Development' },
    mac: { target: ['dmg', 'zip'], category: 'public.app-category.developer-tools' },
    win: { target: ['nsis'] },
  }
}
