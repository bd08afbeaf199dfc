// What electron-builder 26.17 fetches for each kind of package, as its own sources name it (app-builder-lib, out/toolsets).
// A test holds this list against them: an update of electron-builder must be seen here.

/**
 * @typedef {object} Tool
 * @property {string} what in plain words
 * @property {string} release electron-builder's release that has it
 * @property {(host: { platform: string, arch: string }) => string} file
 * @property {number} about size in MB, estimated; the server's own figure is asked for before a download
 * @property {readonly string[]} instead variables that name another one, which is then not fetched
 */

const cpu = (/** @type {string} */ arch) => (arch === 'arm64' ? 'arm64' : 'x86_64')
const SYSTEM = /** @type {Record<string, string>} */ ({ linux: 'linux', darwin: 'darwin', win32: 'win' })

/** @satisfies {Record<string, Tool>} */
export const TOOLS = {
  sevenZip: {
    what: '7-Zip, which unpacks tools and makes archives',
    release: '7zip@1.0.0',
    file: ({ platform, arch }) =>
      `7zip-${SYSTEM[platform]}-${platform === 'darwin' ? cpu(arch) : arch === 'arm64' ? 'arm64' : 'x64'}.tar.gz`,
    about: 2,
    instead: ['ELECTRON_BUILDER_7ZIP_PATH'],
  },
  appImage: {
    what: 'AppImage’s runtime and mksquashfs',
    release: 'appimage@1.0.3',
    file: () => 'appimage-tools-runtime-20251108.tar.gz',
    about: 10,
    instead: ['APPIMAGE_TOOLS_PATH'],
  },
  fpm: {
    what: 'fpm, which writes deb and rpm, with its Ruby',
    release: 'fpm@2.1.4',
    file: ({ arch }) => `fpm-1.17.0-ruby-3.4.3-linux-${arch === 'arm64' ? 'arm64v8' : 'amd64'}.7z`,
    about: 20,
    instead: ['CUSTOM_FPM_PATH', 'USE_SYSTEM_FPM'],
  },
  dmgbuild: {
    what: 'dmgbuild, which lays out the disk image',
    release: 'dmg-builder@1.2.5',
    file: ({ arch }) => `dmgbuild-bundle-${cpu(arch)}-75c8a6c.tar.gz`,
    about: 20,
    instead: ['CUSTOM_DMGBUILD_PATH'],
  },
  nsis: {
    what: 'NSIS, which compiles the installer',
    release: 'nsis-3.0.4.1',
    file: () => 'nsis-3.0.4.1.7z',
    about: 1.3,
    instead: ['ELECTRON_BUILDER_NSIS_DIR'],
  },
  nsisPlugins: {
    what: 'NSIS’s plug-ins',
    release: 'nsis-resources-3.4.1',
    file: () => 'nsis-resources-3.4.1.7z',
    about: 0.7,
    instead: ['ELECTRON_BUILDER_NSIS_RESOURCES_DIR'],
  },
}

/**
 * What each kind of package is made with: tools that are fetched, and programs that the system must have, with the
 * package of Debian's that brings each.
 * @type {Readonly<Record<string, { tools: readonly (keyof typeof TOOLS)[], programs: Readonly<Record<string, string>> }>>}
 */
export const MADE_WITH = {
  AppImage: { tools: ['appImage'], programs: {} },
  deb: { tools: ['sevenZip', 'fpm'], programs: { ar: 'binutils', xz: 'xz-utils' } },
  rpm: { tools: ['sevenZip', 'fpm'], programs: { rpmbuild: 'rpm' } },
  dmg: { tools: ['dmgbuild'], programs: { hdiutil: '' } },
  zip: { tools: ['sevenZip'], programs: {} },
  nsis: { tools: ['sevenZip', 'nsis', 'nsisPlugins'], programs: {} },
}
