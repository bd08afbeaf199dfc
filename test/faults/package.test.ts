import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { extractFile, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import Database from 'better-sqlite3'
import { build, Platform } from 'electron-builder'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { builderConfig } from '../../scripts/packaging/config.mjs'
import { createLocaltunnelServer } from '../support/localtunnel-server/server.ts'
import { ROOT } from '../support/serve-process.ts'
import { windowsOn } from '../support/x-windows.ts'
import { answers, freePort, openPackedApp, type PackedApp, runPackaging, whyNotHere } from './packed-app.ts'

const why = whyNotHere()
if (why !== null) console.log(`The package is not tried: ${why}.`)

const WANTED = {
  RunAsNode: FuseState.DISABLE,
  EnableCookieEncryption: FuseState.ENABLE,
  EnableNodeOptionsEnvironmentVariable: FuseState.DISABLE,
  EnableNodeCliInspectArguments: FuseState.DISABLE,
  EnableEmbeddedAsarIntegrityValidation: FuseState.ENABLE,
  OnlyLoadAppFromAsar: FuseState.ENABLE,
  LoadBrowserProcessSpecificV8Snapshot: FuseState.DISABLE,
  GrantFileProtocolExtraPrivileges: FuseState.DISABLE,
}

/** Beside Electron's own libraries and data (`*.so`, `*.pak`, `*.bin`, `*.dat`). */
const BESIDE_ELECTRON = [
  'LICENSE.electron.txt',
  'LICENSES.chromium.html',
  'adjump-inspector',
  'chrome-sandbox',
  'chrome_crashpad_handler',
  'locales',
  'resources',
  'vk_swiftshader_icd.json',
]

/** Every npm package whose files lie in the archive. What is new here must run in the app. */
const PACKAGES = [
  '@ngrok/ngrok',
  '@ngrok/ngrok-linux-',
  'agent-base',
  'async-function',
  'async-generator-function',
  'asynckit',
  'axios',
  'better-sqlite3',
  'call-bind-apply-helpers',
  'combined-stream',
  'debug',
  'delayed-stream',
  'dunder-proto',
  'es-define-property',
  'es-errors',
  'es-object-atoms',
  'es-set-tostringtag',
  'follow-redirects',
  'form-data',
  'function-bind',
  'generator-function',
  'get-intrinsic',
  'get-proto',
  'gopd',
  'has-symbols',
  'has-tostringtag',
  'hasown',
  'https-proxy-agent',
  'localtunnel',
  'math-intrinsics',
  'mime-db',
  'mime-types',
  'ms',
  'proxy-from-env',
  'rotating-file-stream',
]

/** Sources, maps, types, tests, documents and settings of tools; code for other systems. */
const FORBIDDEN =
  /\.(map|[cm]?tsx?|md|markdown|flow|tsbuildinfo|[ch]pp?|cc|gyp|ya?ml|svg\.txt)$|(^|\/)(tests?|__tests__|docs?|examples?|deps|src\/.*\.[ch])\/|\.(spec|test)\.|(^|\/)(\.|tsconfig|eslint|Makefile|cli\.js)|musl|darwin|win32/

describe.skipIf(why !== null)('the packed app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'adjump-inspector-package-'))
  const unpacked = join(folder, 'linux-unpacked')
  const resources = join(unpacked, 'resources')
  const program = join(unpacked, 'adjump-inspector')
  let said = ''
  let packed: PackedApp

  const titles = async (): Promise<string[]> => (await windowsOn(packed.display)).map(({ title }) => title)

  beforeAll(async () => {
    const packing = await runPackaging(['--dir', folder])
    said = packing.said
    if (packing.code !== 0) throw new Error(`it could not be packed: ${said}`)
    packed = await openPackedApp(program)
  }, 300_000)

  afterAll(async () => {
    await packed.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })

  it('has its fuses set as they must be', async () => {
    const wire = await getCurrentFuseWire(program)
    const read = Object.fromEntries(
      Object.keys(WANTED).map((name) => [name, wire[FuseV1Options[name as keyof typeof WANTED]]]),
    )
    expect(read).toEqual(WANTED)
  })

  it('is Electron, one archive, and what the loader must find as a file', () => {
    const beside = readdirSync(unpacked).filter((name) => !/\.(so(\.\d+)?|pak|bin|dat)$/.test(name))
    expect(beside.toSorted()).toEqual(BESIDE_ELECTRON)
    expect(readdirSync(resources).toSorted()).toEqual([
      'app-update.yml',
      'app.asar',
      'app.asar.unpacked',
      'licences.txt',
    ])
    const loose = readdirSync(`${resources}/app.asar.unpacked`, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
    expect(loose).toHaveLength(2)
    expect(loose.filter((name) => !name.endsWith('.node'))).toEqual([])
    // With each language's texts goes the way in which the screen writes dates and numbers.
    expect(readdirSync(join(unpacked, 'locales'))).toEqual(expect.arrayContaining(['de.pak', 'en-US.pak', 'ja.pak']))
  })

  it('holds the built app, what it needs at run time, and nothing else', () => {
    const archive = join(resources, 'app.asar')
    const entries = listPackage(archive, { isPack: false })
    for (const file of ['/out/main/index.js', '/out/preload/index.cjs', '/out/renderer/index.html', '/package.json']) {
      expect(entries).toContain(file)
    }
    expect([...new Set(entries.map((path) => path.split('/')[1] ?? ''))].toSorted()).toEqual([
      'node_modules',
      'out',
      'package.json',
      'resources',
    ])
    expect(entries.filter((path) => path.startsWith('/resources/') && path.endsWith('.svg'))).toEqual([])
    expect(entries).toContain('/resources/icon/tray/trouble-32.png')
    expect(entries.filter((path) => FORBIDDEN.test(path))).toEqual([])
    const native = entries.filter((path) => path.endsWith('.node'))
    expect(native).toHaveLength(2)
    expect(native.filter((path) => path.includes(process.arch) || path.includes('build/Release'))).toEqual(native)
    const names = entries.flatMap(
      (path) => /^\/node_modules\/((?:@[^/]+\/)?[^/]+)\/package\.json$/.exec(path)?.[1] ?? [],
    )
    expect(names.map((name) => name.replace(/linux-.+$/, 'linux-')).toSorted()).toEqual(PACKAGES)
    const manifest = JSON.parse(extractFile(archive, 'package.json').toString()) as Record<string, unknown>
    expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(['devDependencies']))
    expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(['scripts']))
  })

  it('brings the licences of all that others wrote', () => {
    const text = readFileSync(join(resources, 'licences.txt'), 'utf8')
    const named = ['axios', 'better-sqlite3', 'localtunnel', 'lucide-react', 'react', 'tailwindcss', 'uplot', 'zod']
    for (const name of named) expect(text).toMatch(new RegExp(`^  ${name} \\d[^:]*: [A-Z]`, 'm'))
    expect(text).toContain('Permission is hereby granted, free of charge')
  })

  it('was said to take nothing from the network, and how large it is', () => {
    expect(said).toMatch(/here {3}Electron [\d.]+: \//)
    expect(said).not.toContain('fetch  ')
    expect(said).toContain('The update feed is off')
    expect(said).toMatch(/\d+\.\d MB {2}\S+linux-unpacked, of which\n +\d+\.\d MB {4}adjump-inspector\n/)
  })

  it('receives and stores a postback, whatever it was started with', async () => {
    const data = join(folder, 'data')
    const [port, debug, inspect] = [await freePort(), await freePort(), await freePort()]
    const started = packed.start(
      [
        `--data=${data}`,
        `--port=${String(port)}`,
        '--tunnel=none',
        `--remote-debugging-port=${String(debug)}`,
        `--inspect=127.0.0.1:${String(inspect)}`,
      ],
      {
        ELECTRON_RUN_AS_NODE: '1',
        NODE_OPTIONS: `--require=${join(folder, 'missing.cjs')}`,
        ELECTRON_RENDERER_URL: 'http://127.0.0.1:9/',
      },
    )
    const target = '/hitpoint?user_id=packed&reward_amount=1.50'
    await expect.poll(() => answers(`http://127.0.0.1:${String(port)}${target}`)).toBe(200)
    await expect.poll(titles).toContain('Postbacks · Adjump Inspector')
    expect(await answers(`http://127.0.0.1:${String(debug)}/json/version`)).toBe(0)
    expect(await answers(`http://127.0.0.1:${String(inspect)}/json/version`)).toBe(0)
    expect(started.output()).not.toMatch(/DevTools listening|Debugger listening|Cannot find module/)
    await packed.kill(started)
    const database = new Database(join(data, 'history.db'), { readonly: true })
    const stored = database.prepare('select count(*) as count from request').get() as { count: number }
    database.close()
    expect(stored.count).toBe(1)
  })

  it('opens at the place of a link, and leads a second start’s link to the first', async () => {
    const options = [`--data=${join(folder, 'links')}`, '--port=0', '--tunnel=none']
    const first = packed.start([...options, 'adjump-inspector://tunnel'])
    await expect.poll(titles).toContain('Tunnel · Adjump Inspector')
    const second = packed.start([...options, '--', 'adjump-inspector://users'])
    expect(await second.ended).toBe(0)
    await expect.poll(titles).toContain('Users · Adjump Inspector')
    const shown = (await windowsOn(packed.display)).filter(({ title }) => title.endsWith('Adjump Inspector'))
    expect(shown).toHaveLength(1)
    // Desktops compare it with the entry's name like this: Electron before 41.6 takes the app's name instead.
    expect(shown[0]?.wmClass[1]?.toLowerCase().replaceAll(' ', '-')).toBe('adjump-inspector')
    await packed.kill(first)
  })

  it('opens a tunnel with the client that it brings', async () => {
    const server = await createLocaltunnelServer()
    onTestFinished(() => server.close())
    const started = packed.start([`--data=${join(folder, 'tunnel')}`, '--port=0', `--tunnel-host=${server.url}`])
    await expect.poll(() => server.names.length).toBe(1)
    await expect.poll(() => server.connected(server.names[0] ?? '')).toBeGreaterThan(0)
    await packed.kill(started)
  })

  it('looks for no update, and for nothing else outside this computer', async (context) => {
    const library = join(folder, 'connections.so')
    try {
      execFileSync('cc', ['-shared', '-fPIC', '-o', library, join(import.meta.dirname, 'connections.c'), '-ldl'])
    } catch {
      console.log('Skipped: there is no compiler for a library that notes connections.')
      context.skip('no compiler')
    }
    let asked = 0
    const feed = createServer((_request, reply) => {
      asked++
      reply.end()
    }).listen(0, '127.0.0.1')
    onTestFinished(() => void feed.close())
    await expect.poll(() => feed.address()).not.toBeNull()
    const address = feed.address()
    const url = `http://127.0.0.1:${String(typeof address === 'object' && address ? address.port : 0)}/`
    const settings = join(resources, 'app-update.yml')
    const before = readFileSync(settings, 'utf8')
    expect(before).toMatch(/^provider: generic\nurl: https:\/\/\S+\.invalid\/\S*\nchannel: latest\n/m)
    writeFileSync(settings, before.replace(/^url: .*$/m, `url: ${url}`))
    onTestFinished(() => writeFileSync(settings, before))

    /** Starts it, waits until the window stands and `isDone`, and has it quit; answers with what it turned to. */
    async function turnedTo(name: string, tunnel: string, isDone: (log: string) => boolean): Promise<string> {
      const file = join(folder, `${name}.txt`)
      const log = (): string => (existsSync(file) ? readFileSync(file, 'utf8') : '')
      const started = packed.start([`--data=${join(folder, name)}`, '--port=0', `--tunnel=${tunnel}`], {
        LD_PRELOAD: library,
        CONNECTIONS_FILE: file,
      })
      await expect.poll(titles).toContain('Postbacks · Adjump Inspector')
      await expect.poll(() => isDone(log())).toBe(true)
      started.child.kill('SIGTERM')
      await started.ended
      return log()
    }

    // What the user asked for is seen: so what is not seen was not there.
    const own = await turnedTo('own', 'https://inspector.invalid', (log) => log.includes('inspector.invalid'))
    expect([...new Set(own.trim().split('\n'))].filter((line) => !line.startsWith('address '))).toEqual([
      'name inspector.invalid',
    ])
    expect(await turnedTo('alone', 'none', () => true)).toBe('')
    expect(asked).toBe(0)
  })

  it('becomes a deb and an rpm with an entry for the desktop, and a feed’s files', async () => {
    // In place of fpm, which would have to be fetched: it notes what it is asked for, and makes a file.
    const tools = join(folder, 'tools')
    mkdirSync(tools)
    const notes = join(folder, 'fpm.jsonl')
    writeFileSync(
      join(tools, 'fpm'),
      `#!${process.execPath}\nconst { appendFileSync, readFileSync, writeFileSync } = require('node:fs')
const args = process.argv.slice(2)
const entry = args.find((arg) => arg.includes('.desktop=')).split('=')[0]
appendFileSync(${JSON.stringify(notes)}, JSON.stringify({ args, entry: readFileSync(entry, 'utf8') }) + '\\n')
writeFileSync(args[args.indexOf('--package') + 1], 'a package')\n`,
    )
    chmodSync(join(tools, 'fpm'), 0o755)
    vi.stubEnv('USE_SYSTEM_FPM', 'true')
    vi.stubEnv('PATH', `${tools}${delimiter}${process.env['PATH'] ?? ''}`)
    onTestFinished(() => void vi.unstubAllEnvs())
    const output = join(folder, 'packages')
    const config = builderConfig({ output, electron: { folder: unpacked, version: '33.0.0' } })
    const targets = Platform.LINUX.createTarget(['deb', 'rpm'])
    await build({ projectDir: ROOT, prepackaged: unpacked, config, targets, publish: 'never' })

    const asked = readFileSync(notes, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { args: string[]; entry: string })
    expect(asked).toHaveLength(2)
    for (const { args, entry } of asked) {
      expect(entry.trim().split('\n')).toEqual(
        expect.arrayContaining([
          'Name=Adjump Inspector',
          'Exec="/opt/Adjump Inspector/adjump-inspector" %U',
          'Icon=adjump-inspector',
          'StartupWMClass=adjump-inspector',
          'MimeType=x-scheme-handler/adjump-inspector;',
          'Categories=Development;',
        ]),
      )
      expect(args).toContain(`${unpacked}/=/opt/Adjump Inspector`)
      expect(args.join('\n')).toContain('=/usr/share/icons/hicolor/512x512/apps/adjump-inspector.png')
      expect(args.join('\n')).toContain('=/usr/share/applications/adjump-inspector.desktop')
      expect(args[args.indexOf('--license') + 1]).toBe('MIT')
    }
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
    const [deb, rpm] = process.arch === 'arm64' ? ['arm64', 'aarch64'] : ['amd64', 'x86_64']
    expect(
      readdirSync(output)
        .filter((name) => !name.startsWith('builder-'))
        .toSorted(),
    ).toEqual([
      `adjump-inspector-${version}-linux-${deb}.deb`,
      `adjump-inspector-${version}-linux-${rpm}.rpm`,
      process.arch === 'arm64' ? 'latest-linux-arm64.yml' : 'latest-linux.yml',
    ])
  })
})
