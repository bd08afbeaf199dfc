import { rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from '../node-version.mjs'
import { packedFiles } from './content.mjs'
import { UPDATE_FEED } from './feed.mjs'

const requireHere = createRequire(join(root, 'package.json'))
const resource = (/** @type {string} */ path) => join(root, 'resources', path)

/** The file with all licences, inside: menu.ts opens it. */
export const LICENCES_FILE = 'licences.txt'

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

/** The kinds of package of each system, in the order in which they are made. */
export const TARGETS = Object.freeze({
  linux: /** @type {const} */ (['AppImage', 'deb', 'rpm']),
  darwin: /** @type {const} */ (['dmg', 'zip']),
  win32: /** @type {const} */ (['nsis']),
})

/** Electron's version that the project is installed with. @returns {string} */
export const installedElectronVersion = () => requireHere('electron/package.json').version

/**
 * electron-builder's configuration. `electron` is a folder with an unpacked Electron and its version; without one,
 * the installed dependency's version is downloaded, and compared with the sums that came with it.
 * @param {object} options
 * @param {string} options.output the folder that the packages go to
 * @param {{ folder: string, version: string } | null} options.electron
 * @param {string} [options.platform] as Node names it
 * @param {string} [options.arch] as Node names it
 * @param {string | null} [options.licences] the file that `licencesText` was written to
 * @param {import('./feed.mjs').UpdateFeed} [options.feed]
 * @param {Record<string, string | undefined>} [options.env] says whether there is a certificate
 * @returns {import('electron-builder').Configuration}
 */
export function builderConfig({
  output,
  electron,
  platform = process.platform,
  arch = process.arch,
  licences = null,
  feed = UPDATE_FEED,
  env = process.env,
}) {
  return {
    appId: 'io.adjump.inspector',
    productName: 'Adjump Inspector',
    copyright: 'Copyright © 2026 Adjump Inspector contributors',
    artifactName: `\${name}-\${version}-\${os}-\${arch}.\${ext}`,
    directories: { output },
    electronVersion: electron?.version ?? installedElectronVersion(),
    ...(electron
      ? { electronDist: electron.folder }
      : { electronDownload: { checksums: requireHere('electron/checksums.json') } }),
    // The native modules come ready for every platform (Node-API): nothing is compiled.
    npmRebuild: false,
    // Only what the system's loader must find as a file lies beside the archive, whose content is signed into the program.
    asar: { smartUnpack: false },
    asarUnpack: ['**/*.node'],
    files: packedFiles(platform, arch),
    extraResources: licences === null ? [] : [{ from: licences, to: LICENCES_FILE }],
    // Chromium's texts decide the language in which the screen writes dates and numbers: all of them stay.
    electronLanguages: [],
    electronFuses: FUSES,
    publish: { provider: 'generic', url: feed.url, channel: 'latest' },
    /** An Electron that starts apps from a folder leaves its own starter behind: a package has one app, in its asar. */
    async afterPack({ appOutDir, electronPlatformName, packager }) {
      const isMac = electronPlatformName === 'darwin'
      const resources = isMac
        ? join(appOutDir, `${packager.appInfo.productFilename}.app/Contents/Resources`)
        : join(appOutDir, 'resources')
      const left = [join(resources, 'app'), join(resources, 'default_app.asar'), join(appOutDir, 'version')]
      for (const path of left) await rm(path, { recursive: true, force: true })
    },
    // `adjump-inspector://…`: Info.plist on macOS, MimeType in the desktop file on Linux; Windows: installer.nsh. Files
    // are not opened from outside: an archive or a HAR is imported in the app.
    protocols: [{ name: 'Adjump Inspector', schemes: ['adjump-inspector'] }],
    toolsets: { appimage: '1.0.3' },
    ...linux(),
    ...mac(env),
    ...windows(),
  }
}

/** @returns {import('electron-builder').Configuration} */
function linux() {
  return {
    linux: {
      target: [...TARGETS.linux],
      category: 'Development',
      synopsis: 'Desktop postback inspector for Adjump',
      maintainer: 'Adjump Inspector contributors',
      vendor: 'Adjump Inspector contributors',
      icon: resource('icon/linux'),
      executableName: 'adjump-inspector',
      // The entry's name is the window's class too (package.json's `desktopName`; on X11 from Electron 41.6 on).
      syncDesktopName: true,
      desktop: {
        entry: { GenericName: 'Postback Inspector', Keywords: 'postback;adjump;s2s;webhook;', StartupNotify: 'true' },
      },
    },
    // What Electron's program is linked to, by the packages that have it; the rest comes with GTK.
    deb: {
      packageCategory: 'devel',
      depends: [
        'libgtk-3-0 | libgtk-3-0t64',
        'libnss3',
        'libgbm1',
        'libasound2 | libasound2t64',
        'libatspi2.0-0 | libatspi2.0-0t64',
        'xdg-utils',
      ],
      // The keyring that keeps ngrok's token, and the desktop's notifications: the app says so where they are missing.
      recommends: ['libsecret-1-0', 'libnotify4'],
    },
    rpm: {
      packageCategory: 'Development/Tools',
      depends: [
        'gtk3',
        '(nss or mozilla-nss)',
        '(mesa-libgbm or libgbm1)',
        '(alsa-lib or libasound2)',
        'at-spi2-core',
        'xdg-utils',
        'libnotify',
      ],
    },
  }
}

/**
 * Without a certificate the app is signed “ad hoc”, which Apple's processors ask for; the hardened runtime would then
 * refuse the app's own libraries.
 * @param {Record<string, string | undefined>} env
 * @returns {import('electron-builder').Configuration}
 */
function mac(env) {
  const signed = Boolean(env['CSC_LINK'] || env['CSC_NAME'])
  const notarized = Boolean(env['APPLE_API_KEY'] || env['APPLE_ID'] || env['APPLE_KEYCHAIN_PROFILE'])
  return {
    mac: {
      target: [...TARGETS.darwin],
      category: 'public.app-category.developer-tools',
      icon: resource('icon/icon.icns'),
      entitlements: resource('mac/entitlements.plist'),
      entitlementsInherit: resource('mac/entitlements.plist'),
      hardenedRuntime: signed,
      notarize: signed && notarized,
      ...(signed ? {} : { identity: '-' }),
    },
    dmg: { title: `\${productName} \${version}` },
  }
}

/** @returns {import('electron-builder').Configuration} */
function windows() {
  return {
    win: { target: [...TARGETS.win32], icon: resource('icon/icon.ico') },
    nsis: {
      artifactName: `\${name}-\${version}-\${os}-\${arch}-setup.\${ext}`,
      oneClick: false,
      perMachine: false,
      allowElevation: false,
      packElevateHelper: false,
      allowToChangeInstallationDirectory: true,
      deleteAppDataOnUninstall: false,
      include: resource('windows/installer.nsh'),
      uninstallDisplayName: `\${productName} \${version}`,
    },
  }
}
