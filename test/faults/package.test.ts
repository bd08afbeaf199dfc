import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../support/serve-process.ts'

const hasRuntime = process.platform === 'linux' && Boolean(process.env['ELECTRON_OVERRIDE_DIST_PATH'])
if (!hasRuntime) console.log('The package is not tried: that needs Linux and ELECTRON_OVERRIDE_DIST_PATH.')

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

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
}

const answers = (url: string): Promise<number> =>
  fetch(url).then(
    (reply) => reply.status,
    () => 0,
  )

describe.skipIf(!hasRuntime)('the packed app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'adjump-inspector-package-'))
  const unpacked = join(folder, 'linux-unpacked')
  const program = join(unpacked, 'adjump-inspector')
  const started: ChildProcess[] = []

  /** Starts it in a group of its own, under a display of its own where there is none. */
  function start(args: readonly string[], env: NodeJS.ProcessEnv = {}): { child: ChildProcess; output: () => string } {
    const display = process.env['DISPLAY'] ? [] : ['xvfb-run', '-a']
    const [command = program, ...rest] = [...display, program, '--no-sandbox', ...args]
    const child = spawn(command, rest, {
      detached: true,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    started.push(child)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (piece: Buffer) => {
        output += piece.toString()
      })
    }
    return { child, output: () => output }
  }

  function stop(child: ChildProcess): void {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
  }

  beforeAll(async () => {
    const packing = spawn(process.execPath, [join(ROOT, 'scripts/package.mjs'), '--dir', folder], { cwd: ROOT })
    let said = ''
    for (const stream of [packing.stdout, packing.stderr]) {
      stream.on('data', (piece: Buffer) => {
        said += piece.toString()
      })
    }
    const [code] = (await once(packing, 'close')) as [number | null]
    if (code !== 0) throw new Error(`it could not be packed: ${said}`)
  }, 300_000)

  afterAll(() => {
    for (const child of started) stop(child)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })

  it('has its fuses set as they must be', async () => {
    const wire = await getCurrentFuseWire(program)
    const read = Object.fromEntries(
      Object.keys(WANTED).map((name) => [name, wire[FuseV1Options[name as keyof typeof WANTED]]]),
    )
    expect(read).toEqual(WANTED)
  })

  it('holds the built app, what it needs at run time, and nothing else', () => {
    const packed = listPackage(join(unpacked, 'resources/app.asar'), { isPack: false })
    const loose = readdirSync(join(unpacked, 'resources/app.asar.unpacked'), { recursive: true }).map(String)
    console.log(
      `package: ${String(Math.round(sizeOf(unpacked) / 1e6))} MB in all, app.asar ${String(Math.round(statSync(join(unpacked, 'resources/app.asar')).size / 1e5) / 10)} MB with ${String(packed.length)} entries`,
    )
    for (const file of ['/out/main/index.js', '/out/preload/index.cjs', '/out/renderer/index.html', '/package.json']) {
      expect(packed).toContain(file)
    }
    const tops = new Set(packed.map((path) => path.split('/')[1]))
    expect(tops).toEqual(new Set(['node_modules', 'out', 'package.json']))
    expect(packed.filter((path) => /\.(map|ts|tsx|mts|cts|md|[ch]pp?)$|\/(tests?|deps)\//.test(path))).toEqual([])
    const native = [...packed, ...loose].filter((path) => path.endsWith('.node'))
    expect(native.filter((path) => /darwin|win32|musl|arm64/.test(path))).toEqual([])
    expect(loose.some((path) => path.endsWith('.node'))).toBe(true)
    expect(existsSync(join(unpacked, 'resources/app'))).toBe(false)
    expect(existsSync(join(unpacked, 'resources/default_app.asar'))).toBe(false)
  })

  it('receives and stores a postback, whatever it was started with', async () => {
    const data = join(folder, 'data')
    const [port, debug, inspect] = [await freePort(), await freePort(), await freePort()]
    const { child, output } = start(
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
    await expect.poll(() => answers(`http://127.0.0.1:${String(port)}${target}`), { message: output() }).toBe(200)
    // The screen has come up too: it keeps its storage beside the history.
    await expect.poll(() => existsSync(join(data, 'Local Storage'))).toBe(true)
    expect(await answers(`http://127.0.0.1:${String(debug)}/json/version`)).toBe(0)
    expect(await answers(`http://127.0.0.1:${String(inspect)}/json/version`)).toBe(0)
    expect(output()).not.toMatch(/DevTools listening|Debugger listening|Cannot find module/)
    stop(child)
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    const database = new Database(join(data, 'history.db'), { readonly: true })
    const stored = database.prepare('select count(*) as count from request').get() as { count: number }
    database.close()
    expect(stored.count).toBe(1)
  })
})
