import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createTransfers } from '../../../src/app/transfers.ts'
import { FileError, writeWholeFile } from '../../../src/app/write-whole-file.ts'
import type { TransferJob } from '../../../src/contract/transfer-procedures.ts'
import { EVERYTHING } from '../../../src/core/filter.ts'
import type { PostbackStore } from '../../../src/core/ports.ts'
import { archiveOf } from '../../support/archives.ts'
import { aCapturedRequest, OK_REPLY } from '../../support/builders.ts'
import { FROM_SOURCE } from '../../support/from-source.ts'
import { openStore } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

async function aStore(count: number): Promise<PostbackStore> {
  const store = await openStore({ folder: await tempFolder() })
  await Promise.all(Array.from({ length: count }, () => store.append(aCapturedRequest(), OK_REPLY)))
  return store
}

function transfersOf(store: PostbackStore, files: { save?: string; open?: string } | null) {
  const told: TransferJob[] = []
  const transfers = createTransfers({
    store,
    version: '1.2.3',
    dialogs:
      files === null
        ? null
        : {
            chooseSave: () => Promise.resolve(files.save ?? null),
            chooseOpen: () => Promise.resolve(files.open ?? null),
          },
    tell: (job) => told.push(job),
    onImported: () => Promise.resolve(),
    onBug: (error) => {
      throw error
    },
  })
  onTestFinished(() => transfers.close())
  const ended = async (): Promise<void> => {
    await expect.poll(() => told.at(-1)?.state).not.toMatch(/waiting|running/)
  }
  return { transfers, told, ended }
}

const wish = { format: 'ndjson' as const, filter: EVERYTHING, expectationIds: null }

describe('an export into a file', () => {
  it('tells how far it is, and the file is there when it is whole', async () => {
    const file = join(await tempFolder(), 'out.ndjson')
    const { transfers, told, ended } = transfersOf(await aStore(30), { save: file })
    await transfers.startExport(wish)
    await ended()
    expect(told.at(-1)).toMatchObject({ state: 'done', done: 30, total: 30 })
    expect((await readFile(file, 'utf8')).trimEnd().split('\n')).toHaveLength(30)
  })

  it('does nothing where the user thought better of it', async () => {
    const { transfers, told } = transfersOf(await aStore(1), {})
    expect(await transfers.startExport(wish)).toBeNull()
    expect(await transfers.chooseImport()).toBeNull()
    expect(told).toEqual([])
  })

  it('that is cancelled leaves the file that was there, and nothing else', async () => {
    const folder = await tempFolder()
    const file = join(folder, 'out.ndjson')
    await writeFile(file, 'before')
    const { transfers, told, ended } = transfersOf(await aStore(2000), { save: file })
    const started = await transfers.startExport(wish)
    transfers.cancel(started?.job.id ?? '')
    await ended()
    expect(told.at(-1)?.state).toBe('cancelled')
    await expect.poll(() => readdir(folder)).toEqual(['out.ndjson'])
    expect(await readFile(file, 'utf8')).toBe('before')
  })

  it.skipIf(process.getuid?.() !== 0 || process.platform !== 'linux')(
    'onto a full disk removes what it has written, and says so',
    async () => {
      const disk = join(await tempFolder(), 'disk')
      await mkdir(disk)
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk])
      try {
        const { transfers, told, ended } = transfersOf(await aStore(2000), { save: join(disk, 'out.ndjson') })
        await transfers.startExport(wish)
        await ended()
        expect(told.at(-1)?.state).toBe('failed')
        expect(told.at(-1)?.sentences.join()).toMatch(/The disk is full, so .*out\.ndjson was not written, and nothing/)
        expect(await readdir(disk)).toEqual([])
      } finally {
        execFileSync('umount', [disk])
      }
    },
  )

  it('says where a folder is in its place', async () => {
    const folder = await tempFolder()
    await expect(writeWholeFile(folder, (async function* () {})())).rejects.toThrow(FileError)
  })
})

describe('an export as a download', () => {
  it('waits until it is fetched, once, and has the same bytes as the file', async () => {
    const store = await aStore(5)
    const { transfers, told } = transfersOf(store, null)
    const started = await transfers.startExport(wish)
    expect(started?.job.state).toBe('waiting')
    const id = started?.download?.split('/')[1] ?? ''
    let text = ''
    for await (const piece of transfers.openDownload(id)?.pieces ?? []) text += Buffer.from(piece).toString()
    expect(text.trimEnd().split('\n')).toHaveLength(5)
    expect(told.at(-1)).toMatchObject({ state: 'done', done: 5, total: 5 })
    expect(transfers.openDownload(id)).toBeNull()
  })

  it('is cancelled where whoever fetches it goes away', async () => {
    const { transfers, told } = transfersOf(await aStore(5), null)
    const started = await transfers.startExport(wish)
    for await (const _piece of transfers.openDownload(started?.job.id ?? '')?.pieces ?? []) break
    expect(told.at(-1)?.state).toBe('cancelled')
  })
})

describe('an import', () => {
  it('tells how far it is and what came of it; a second one waits its turn', async () => {
    const archive = await archiveOf(await aStore(450))
    const { transfers, told } = transfersOf(await aStore(0), null)
    const first = transfers.importUpload(
      'a.adjump-archive',
      (async function* () {
        yield archive
      })(),
    )
    await expect(transfers.importUpload('b', (async function* () {})())).rejects.toThrow(/is being imported/)
    expect(await first).toMatchObject({ state: 'done', done: 450, total: 450 })
    expect(told.at(-1)?.sentences[0]).toBe('450 requests imported.')
  })

  it('that is cancelled while its upload stalls ends, and leaves the next one alone', async () => {
    const [older, newer] = [await archiveOf(await aStore(450)), await archiveOf(await aStore(30))]
    const store = await aStore(0)
    const { transfers } = transfersOf(store, null)
    const stall = new AbortController()
    const stalled = once(stall.signal, 'abort')
    const first = transfers.importUpload(
      'a',
      (async function* () {
        yield older.subarray(0, older.length - 10)
        await stalled
        yield older.subarray(older.length - 10)
      })(),
    )
    // The rest of the requests waits for the bytes behind it.
    await expect.poll(() => transfers.jobs[0]?.done).toBe(400)
    transfers.cancel(transfers.jobs[0]?.id ?? '')
    expect(await first).toMatchObject({ state: 'cancelled' })
    const second = transfers.importUpload(
      'b',
      (async function* () {
        yield newer.subarray(0, 100)
        stall.abort()
        yield newer.subarray(100)
      })(),
    )
    expect(await second).toMatchObject({ state: 'done', done: 30 })
    expect((await store.counts(EVERYTHING)).total).toBe(30)
  })

  it('of a broken upload changes nothing', async () => {
    const archive = await archiveOf(await aStore(50))
    const store = await aStore(0)
    const { transfers } = transfersOf(store, null)
    const job = await transfers.importUpload(
      'a',
      (async function* () {
        yield archive.subarray(0, archive.length / 2)
      })(),
    )
    expect(job).toMatchObject({ state: 'failed' })
    expect(job.sentences[0]).toContain('cut off')
    expect((await store.counts(EVERYTHING)).total).toBe(0)
  })
})

describe('a file that comes in pieces', () => {
  it('is imported when its end is told', async () => {
    const archive = await archiveOf(await aStore(450))
    const store = await aStore(0)
    const { transfers, told, ended } = transfersOf(store, null)
    const { id } = transfers.beginUpload('dropped.adjump-archive')
    for (let at = 0; at < archive.length; at += 100) await transfers.addPiece(id, archive.subarray(at, at + 100))
    expect((await store.counts(EVERYTHING)).total).toBe(0)
    await transfers.endUpload(id)
    await ended()
    expect(told.at(-1)).toMatchObject({ state: 'done', fileName: 'dropped.adjump-archive', done: 450 })
    expect((await store.counts(EVERYTHING)).total).toBe(450)
  })

  it('is refused from the piece on that shows what it is, and the job says why', async () => {
    const { transfers, told, ended } = transfersOf(await aStore(0), null)
    const { id } = transfers.beginUpload('notes.txt')
    await transfers.addPiece(id, Buffer.from('just some text'))
    await ended()
    expect(told.at(-1)?.sentences.join()).toMatch(
      /This is no archive of the Adjump Inspector, and nothing was imported/,
    )
    await expect(transfers.addPiece(id, Buffer.from('more'))).rejects.toMatchObject({ code: 'conflict' })
    await expect(transfers.endUpload(id)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('that is cancelled half-way leaves nothing, and the next one is taken', async () => {
    const archive = await archiveOf(await aStore(450))
    const store = await aStore(0)
    const { transfers, ended } = transfersOf(store, null)
    const { id } = transfers.beginUpload('a')
    await transfers.addPiece(id, archive.subarray(0, 200))
    expect(() => transfers.beginUpload('b')).toThrow(/is being imported/)
    transfers.cancel(id)
    await ended()
    await expect(transfers.addPiece(id, archive.subarray(200))).rejects.toMatchObject({ code: 'conflict' })
    const again = transfers.beginUpload('b')
    await transfers.addPiece(again.id, archive)
    await transfers.endUpload(again.id)
    await expect.poll(() => transfers.jobs.at(-1)?.state).toBe('done')
    expect((await store.counts(EVERYTHING)).total).toBe(450)
  })

  it('of an import that is unknown is not taken', async () => {
    const { transfers } = transfersOf(await aStore(0), null)
    await expect(transfers.addPiece('unknown', Buffer.from('x'))).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('a process that is killed in the middle of an import', () => {
  it('leaves nothing of it', async () => {
    const folder = await tempFolder()
    const child = spawn(
      process.execPath,
      [...FROM_SOURCE, join(import.meta.dirname, '../../support/import-child.ts'), folder],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    await new Promise((resolve) => child.stdout.once('data', resolve))
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('close', resolve))
    expect(await readdir(folder)).toContain('import-under-way.db')
    const store = await openStore({ folder })
    expect((await store.counts(EVERYTHING)).total).toBe(0)
    expect(await readdir(folder)).not.toContain('import-under-way.db')
  })
})
