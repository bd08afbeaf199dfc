import { execFileSync } from 'node:child_process'
import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, type TestContext } from 'vitest'
import { tempFolder } from '../support/temp-folder.ts'
import { openScreen, startProduct, startServe } from './product.ts'
import { type RiddenOut, rideOut } from './ride-out.ts'
import { mountSmallDisk, type SmallDisk } from './small-disk.ts'
import { losses, readStored } from './stored.ts'

const SHIM = join(import.meta.dirname, 'broken-disk.c')

/** Runs the command; answers with the reason where it fails. */
function tried(command: string, ...args: readonly string[]): string | null {
  try {
    execFileSync(command, args, { stdio: 'pipe' })
    return null
  } catch (error) {
    return error instanceof Error ? error.message.split('\n').slice(0, 2).join(' ') : String(error)
  }
}

async function smallDisk(context: TestContext, megabytes: number): Promise<SmallDisk> {
  const disk = await mountSmallDisk(megabytes)
  if (typeof disk !== 'string') return disk
  console.log(`Skipped: ${disk}.`)
  return context.skip(disk)
}

function unless(context: TestContext, why: string | null): void {
  if (why === null) return
  console.log(`Skipped: ${why}.`)
  context.skip(why)
}

/** The library that breaks a disk, built for this machine. */
async function brokenDisk(context: TestContext): Promise<string> {
  const library = join(await tempFolder(), 'broken-disk.so')
  const why = process.platform === 'linux' ? tried('cc', '-shared', '-fPIC', '-o', library, SHIM) : 'not Linux'
  unless(context, why === null ? null : `there is no compiler for a library that breaks the disk (${why})`)
  return library
}

/** Nothing that was acknowledged is missing from this file. */
function expectWhole(file: string, { acknowledged, figures }: RiddenOut, name: string): void {
  const stored = readStored(file)
  const wrong = losses(acknowledged, stored)
  console.log(`${name}: ${figures}, ${String(wrong.length)} lost, integrity_check ${stored.integrity}`)
  expect(wrong).toEqual([])
  expect(stored.integrity).toBe('ok')
}

describe('A disk that is full', () => {
  it('refuses with 503, says so at once, and takes up again by itself when there is room', async (context) => {
    const disk = await smallDisk(context, 24)
    const product = await startProduct(disk.folder, { ui: true, before: disk.before })
    const ridden = await rideOut(product, { begin: disk.fill, end: disk.free, says: /is full/ })
    expect(await product.stop('SIGTERM')).toBe(0)
    const file = join(await tempFolder(), 'history.db')
    disk.copyOut('history.db', file)
    expectWhole(file, ridden, 'Disk full')
  })

  it('is told of at once also where settings could not be saved and no postback was refused', async (context) => {
    const disk = await smallDisk(context, 24)
    const product = await startProduct(disk.folder, { ui: true, before: disk.before })
    const screen = await openScreen(product)
    const { settings } = (await screen.call('app.overview', {})) as { settings: { receiver: { port: number } } }
    disk.fill()
    // The log may still have a corner; what is saved needs a page of its own.
    expect(await screen.call('settings.save', { settings: { ...settings, screen: bigger(settings) } })).toMatch(
      /is full/,
    )
    const told = screen.heard.find(({ event }) => event === 'store.changed')
    expect(told?.payload).toMatchObject({ state: 'refusing', why: expect.stringMatching(/is full/) })
    disk.free()
    await expect
      .poll(() => screen.heard.findLast(({ event }) => event === 'store.changed')?.payload)
      .toMatchObject({ state: 'ok' })
  })

  it('at the start gives one sentence that says what to do, and exit code 3', async (context) => {
    const disk = await smallDisk(context, 8)
    const first = await startProduct(disk.folder, { before: disk.before })
    await first.stop('SIGTERM')
    disk.fill()
    const second = startServe(disk.folder, { before: disk.before })
    expect(await second.ended()).toBe(3)
    expect(second.stdout()).toBe('')
    expect(second.stderr()).toMatch(/^The disk that holds the data folder .* is full: make room .*start again\.\n$/)
    disk.free()
    const third = await startProduct(disk.folder, { before: disk.before })
    expect(third.stderr()).toBe('')
  })
})

/** The settings of the screen with something changed. */
function bigger(settings: object): object {
  const { screen } = settings as { screen: Record<string, unknown> }
  return { ...screen, theme: screen['theme'] === 'dark' ? 'light' : 'dark' }
}

describe('A disk that is read-only', () => {
  it('while the product runs refuses with 503, and takes up again by itself when it can be written', async (context) => {
    const folder = await tempFolder()
    const product = await startProduct(folder, { ui: true })
    const files = ['history.db', 'history.db-wal'].map((name) => join(folder, name))
    const why = tried('chattr', '+i', ...files)
    tried('chattr', '-i', ...files)
    unless(context, why === null ? null : `files cannot be made immutable here (${why})`)
    try {
      const ridden = await rideOut(product, {
        begin: () => void tried('chattr', '+i', ...files),
        end: () => void tried('chattr', '-i', ...files),
        says: /reports an error|cannot be written/,
      })
      expect(await product.stop('SIGTERM')).toBe(0)
      expectWhole(join(folder, 'history.db'), ridden, 'Read-only')
    } finally {
      tried('chattr', '-i', ...files)
    }
  })

  it('at the start gives one sentence that says what to do, and exit code 3', async (context) => {
    const disk = await smallDisk(context, 8)
    const first = await startProduct(disk.folder, { before: disk.before })
    await first.stop('SIGTERM')
    await disk.makeReadOnly()
    const second = startServe(disk.folder, { before: disk.before })
    expect(await second.ended()).toBe(3)
    expect(second.stderr()).toMatch(/^The data folder .* cannot be written to .*: choose another folder .*\.\n$/)
  })
})

describe('A disk that gives errors', () => {
  it('by a limit on the size of files is ridden out, and its signal does not end the product', async (context) => {
    const folder = await tempFolder()
    const product = await startProduct(folder, { ui: true })
    const limit = (size: string) => tried('prlimit', `--pid=${String(product.pid)}`, `--fsize=${size}:unlimited`)
    const why = limit('unlimited')
    unless(context, why === null ? null : `there is no prlimit (${why})`)
    const ridden = await rideOut(product, {
      begin: () => void limit('4096'),
      end: () => void limit('unlimited'),
      says: /reports an error/,
    })
    expect(await product.stop('SIGTERM')).toBe(0)
    expectWhole(join(folder, 'history.db'), ridden, 'File size limit')
  })

  it.each(['write', 'sync'])('at every %s is ridden out', async (what) => {
    await expectRidden(what)
  })

  async function expectRidden(what: string): Promise<void> {
    const library = join(await tempFolder(), 'broken-disk.so')
    const why = process.platform === 'linux' ? tried('cc', '-shared', '-fPIC', '-o', library, SHIM) : 'not Linux'
    if (why !== null) {
      console.log(`Skipped: there is no compiler for a library that breaks the disk (${why}).`)
      return
    }
    const folder = await tempFolder()
    const fault = join(await tempFolder(), 'fault')
    const product = await startProduct(folder, { ui: true, env: { LD_PRELOAD: library, FAULT_FILE: fault } })
    const ridden = await rideOut(product, {
      begin: () => writeFile(fault, what),
      end: () => rm(fault),
      says: /reports an error/,
    })
    expect(await product.stop('SIGTERM')).toBe(0)
    expectWhole(join(folder, 'history.db'), ridden, `EIO at every ${what}`)
  }
})

describe('A 200', () => {
  it('goes out only after the log has been forced to the disk: one sync for each of ten requests', async (context) => {
    const library = await brokenDisk(context)
    const count = join(await tempFolder(), 'count')
    await writeFile(count, '')
    const product = await startProduct(await tempFolder(), { env: { LD_PRELOAD: library, COUNT_FILE: count } })
    for (let sent = 0; sent < 10; sent += 1) {
      const before = (await stat(count)).size
      const reply = await fetch(
        `http://127.0.0.1:${String(product.port)}/hitpoint?user_id=u&reward_amount=${String(sent)}`,
      )
      expect(reply.status).toBe(200)
      expect((await stat(count)).size, `request ${String(sent)}`).toBeGreaterThan(before)
    }
    console.log(
      `synchronous=FULL: ${String((await readFile(count)).length)} syncs of the log for 10 acknowledged requests`,
    )
  })
})
