/** The pages of a damaged history with its log, read directly: SQLite gives up where a page is not what it should be. */
import { Buffer } from 'node:buffer'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { lookAtWal, NO_WAL, PAGE_BYTES, type WalState } from './salvage-wal.ts'

/** What the file itself notes of a page (https://www.sqlite.org/fileformat2.html#pointer_map_or_ptrmap_pages). */
export interface PageNote {
  readonly type: 'root' | 'free' | 'overflow-first' | 'overflow' | 'tree' | 'unknown'
  /** The page that points to it. */
  readonly parent: number
}

const TYPES = ['unknown', 'root', 'free', 'overflow-first', 'overflow', 'tree'] as const
/** One note has five bytes. */
const NOTES_A_PAGE = Math.floor(PAGE_BYTES / 5)
const REMEMBERED_NOTE_PAGES = 256

export class DamagedFile {
  readonly pageCount: number
  readonly #main: number | null
  readonly #log: number | null
  readonly #wal: WalState
  readonly #notePages = new Map<number, Buffer | null>()

  /** Never throws: what cannot be opened holds nothing. */
  constructor(file: string, options: { withoutLog?: boolean } = {}) {
    this.#main = openQuietly(file)
    this.#log = options.withoutLog === true ? null : openQuietly(`${file}-wal`)
    this.#wal = this.#log === null ? NO_WAL : lookAtWal(`${file}-wal`)
    const own = this.#main === null ? 0 : Math.ceil(sizeOf(this.#main) / PAGE_BYTES)
    this.pageCount = Math.max(own, ...(this.#wal.pages.size === 0 ? [] : [maxKey(this.#wal.pages)]))
  }

  close(): void {
    for (const handle of [this.#main, this.#log]) if (handle !== null) closeSync(handle)
  }

  /** A page's bytes as they were last committed; fewer than a page where the file ends in it. */
  page(number: number): Buffer | null {
    if (number < 1 || number > this.pageCount) return null
    const logged = this.#wal.pages.get(number)
    const handle = logged === undefined ? this.#main : this.#log
    if (handle === null) return null
    const bytes = Buffer.allocUnsafe(PAGE_BYTES)
    try {
      const read = readSync(handle, bytes, 0, PAGE_BYTES, logged ?? (number - 1) * PAGE_BYTES)
      return read === 0 ? null : bytes.subarray(0, read)
    } catch {
      // A sector that the disk cannot give back is a page that is not there.
      return null
    }
  }

  /** What is noted of a page; `unknown` where the note itself is damaged or the file keeps none. */
  note(number: number): PageNote {
    const group = Math.floor((number - 2) / (NOTES_A_PAGE + 1))
    const notes = this.#notePage(2 + group * (NOTES_A_PAGE + 1))
    const at = 5 * ((number - 2) % (NOTES_A_PAGE + 1)) - 5
    if (number < 3 || at < 0 || notes === null || at + 5 > notes.length) return { type: 'unknown', parent: 0 }
    const type = TYPES[notes[at] ?? 0] ?? 'unknown'
    const parent = notes.readUInt32BE(at + 1)
    const needsParent = type !== 'root' && type !== 'free'
    if (needsParent ? parent < 1 || parent > this.pageCount : parent !== 0) return { type: 'unknown', parent: 0 }
    return { type, parent }
  }

  #notePage(number: number): Buffer | null {
    const known = this.#notePages.get(number)
    if (known !== undefined) return known
    if (this.#notePages.size >= REMEMBERED_NOTE_PAGES) this.#notePages.clear()
    const page = this.page(number)
    this.#notePages.set(number, page)
    return page
  }
}

function maxKey(pages: ReadonlyMap<number, number>): number {
  let most = 0
  for (const page of pages.keys()) most = Math.max(most, page)
  return most
}

function sizeOf(handle: number): number {
  return fstatSync(handle).size
}

function openQuietly(file: string): number | null {
  try {
    const handle = openSync(file, 'r')
    if (fstatSync(handle).isFile()) return handle
    closeSync(handle)
    return null
  } catch {
    return null
  }
}
