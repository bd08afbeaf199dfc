// Who may import whom. Data alone: rules.mjs turns it into rules, and check.mjs holds the tree against them.

/**
 * @typedef {object} Room
 * @property {string} name
 * @property {string} path a regular expression over paths from the repository's root
 * @property {readonly string[]} rooms other rooms that it may import; its own files it always may
 * @property {readonly string[]} packages npm packages that it may import
 * @property {boolean} node whether it may import Node's own modules
 */

/** @type {readonly Room[]} */
export const ROOMS = [
  { name: 'words', path: '^src/words/', rooms: [], packages: [], node: false },
  { name: 'core', path: '^src/core/', rooms: ['words'], packages: ['zod'], node: false },
  { name: 'contract', path: '^src/contract/', rooms: ['words', 'core'], packages: ['zod'], node: false },
  { name: 'receiver', path: '^src/services/receiver/', rooms: ['core'], packages: [], node: true },
  {
    name: 'store',
    path: '^src/services/store/',
    rooms: ['words', 'core'],
    packages: ['better-sqlite3', 'zod'],
    node: true,
  },
  {
    name: 'tunnel',
    path: '^src/services/tunnel/',
    rooms: ['words', 'core'],
    packages: ['localtunnel', '@ngrok/ngrok', 'zod'],
    node: true,
  },
  { name: 'forwarder', path: '^src/services/forwarder/', rooms: ['words', 'core'], packages: [], node: true },
  { name: 'exporter', path: '^src/services/exporter/', rooms: ['words', 'core'], packages: ['zod'], node: true },
  { name: 'journal', path: '^src/services/journal/', rooms: ['core'], packages: ['rotating-file-stream'], node: true },
  {
    name: 'app',
    path: '^src/app/',
    rooms: ['words', 'core', 'contract', 'receiver', 'store', 'tunnel', 'exporter', 'forwarder', 'journal'],
    packages: ['zod'],
    node: true,
  },
  {
    name: 'cli',
    path: '^src/cli/',
    rooms: ['core', 'contract', 'app'],
    packages: ['ws', 'commander', 'zod'],
    node: true,
  },
  {
    name: 'desktop main',
    path: '^electron/main/',
    rooms: ['words', 'core', 'contract', 'app'],
    packages: ['electron', 'zod'],
    node: true,
  },
  { name: 'desktop preload', path: '^electron/preload/', rooms: ['bridge'], packages: ['electron'], node: false },
  {
    name: 'renderer',
    path: '^src/renderer/',
    rooms: ['words', 'core', 'contract'],
    packages: ['react', 'react-dom', 'radix-ui', 'cmdk', 'lucide-react', 'qr', 'uplot', 'zod'],
    node: false,
  },
]

/** Names for single files that may be let in where their room may not. */
export const FILES = [{ name: 'bridge', path: '^src/contract/bridge\\.ts$' }]

/** Inside the renderer: from the first, nothing of the second, whatever the table above says. */
export const RENDERER_LAYERS = [
  { from: '^src/renderer/ui/', to: '^src/renderer/(features|app)/', why: 'plain components know no feature' },
  { from: '^src/renderer/lib/', to: '^src/renderer/(features|app)/', why: 'the library knows no feature' },
  { from: '^src/renderer/features/', to: '^src/renderer/app/', why: 'features are put together by the shell' },
]

/** Packages that one place alone may import: replacing them is then one file's or one folder's work. */
export const ONE_PLACE = [
  { package: 'electron', path: '^electron/' },
  { package: 'better-sqlite3', path: '^src/services/store/' },
  { package: 'localtunnel', path: '^src/services/tunnel/localtunnel-provider\\.ts$' },
  { package: 'qr', path: '^src/renderer/lib/qr-code\\.ts$' },
  { package: '@ngrok/ngrok', path: '^src/services/tunnel/ngrok-client\\.ts$' },
]
