/**
 * A write-ahead log, looked at without SQLite, which would end it without a word at its first damaged frame, and
 * would apply a whole one of another database. The format: https://www.sqlite.org/fileformat2.html#walformat
 */
import { Buffer } from 'node:buffer'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

const HEADER_BYTES = 32
const FRAME_HEADER_BYTES = 24
export const PAGE_BYTES = 8192
const FRAME_BYTES = FRAME_HEADER_BYTES + PAGE_BYTES

export interface WalState {
  /**
   * `none`: no log, or one of nothing. `sound`: SQLite reads all that was ever committed to it. `damaged`: commits stand
   * behind a place that SQLite does not get over, or its head is gone. `unreadable`: it holds nothing that is known.
   */
  readonly state: 'none' | 'sound' | 'damaged' | 'unreadable'
  /** Where the newest committed content of each page stands in the file. */
  readonly pages: ReadonlyMap<number, number>
  /** How many pages the database has after the last commit, 0 where there is none. */
  readonly pageCount: number
}

export const NO_WAL: WalState = { state: 'none', pages: new Map(), pageCount: 0 }

type Sums = readonly [number, number]

/** Reads the whole log once, frame by frame. Answers `unreadable` for whatever is no log. */
export function lookAtWal(file: string): WalState {
  let handle: number
  try {
    handle = openSync(file, 'r')
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT'
      ? NO_WAL
      : { ...NO_WAL, state: 'unreadable' }
  }
  try {
    return look(handle)
  } catch {
    return { ...NO_WAL, state: 'unreadable' }
  } finally {
    closeSync(handle)
  }
}

function look(handle: number): WalState {
  const { size } = fstatSync(handle)
  // Without a whole frame nothing was ever acknowledged for it.
  if (size < HEADER_BYTES + FRAME_BYTES) return NO_WAL
  const header = Buffer.alloc(HEADER_BYTES)
  const hasHeader = readSync(handle, header, 0, HEADER_BYTES, 0) === HEADER_BYTES
  const bigEndian = (header[3] ?? 0) % 2 === 1
  const headerSums: Sums = [header.readUInt32BE(24), header.readUInt32BE(28)]
  const intact =
    hasHeader &&
    header.readUInt32BE(0) >>> 1 === 0x377f0682 >>> 1 &&
    header.readUInt32BE(8) === PAGE_BYTES &&
    same(sum(header.subarray(0, 24), [0, 0], bigEndian), headerSums)
  const walk = walkFrames(handle, size, intact ? { salts: saltsAt(header, 16), sums: headerSums, bigEndian } : null)
  if (walk.commits === 0 && !intact) return { ...NO_WAL, state: 'unreadable' }
  return {
    state: !intact || walk.commitsBehindBreak > 0 ? 'damaged' : 'sound',
    pages: walk.pages,
    pageCount: walk.pageCount,
  }
}

interface Walk {
  pages: Map<number, number>
  pageCount: number
  commits: number
  commitsBehindBreak: number
}

/**
 * Each frame's sums go on from those that the frame before it says, so a frame behind a damaged one can still be
 * told to be whole. Only frames of the newest round of the log count, and only where a commit follows them.
 */
function walkFrames(
  handle: number,
  size: number,
  start: { salts: string; sums: Sums; bigEndian: boolean } | null,
): Walk {
  const walk: Walk = { pages: new Map(), pageCount: 0, commits: 0, commitsBehindBreak: 0 }
  const frame = Buffer.alloc(FRAME_BYTES)
  let salts = start?.salts ?? null
  let before: Sums | null = start?.sums ?? null
  let broken = start === null
  let open: [number, number][] = []
  for (let at = HEADER_BYTES; at + FRAME_BYTES <= size; at += FRAME_BYTES) {
    if (readSync(handle, frame, 0, FRAME_BYTES, at) !== FRAME_BYTES) break
    const sums: Sums = [frame.readUInt32BE(16), frame.readUInt32BE(20)]
    const own = saltsAt(frame, 8)
    const whole =
      before !== null &&
      (start === null ? isWhole(frame, before, sums) : isWholeAs(frame, before, sums, start.bigEndian))
    before = sums
    if (!whole || (salts !== null && own !== salts)) {
      broken = true
      continue
    }
    // Without a head the first whole frame says which round it is.
    salts ??= own
    open.push([frame.readUInt32BE(0), at + FRAME_HEADER_BYTES])
    const pageCount = frame.readUInt32BE(4)
    if (pageCount === 0) continue
    for (const [page, place] of open) walk.pages.set(page, place)
    open = []
    walk.pageCount = pageCount
    walk.commits += 1
    if (broken) walk.commitsBehindBreak += 1
  }
  return walk
}

function saltsAt(bytes: Buffer, at: number): string {
  return bytes.toString('latin1', at, at + 8)
}

function isWhole(frame: Buffer, before: Sums, sums: Sums): boolean {
  return isWholeAs(frame, before, sums, false) || isWholeAs(frame, before, sums, true)
}

function isWholeAs(frame: Buffer, before: Sums, sums: Sums, bigEndian: boolean): boolean {
  const head = sum(frame.subarray(0, 8), before, bigEndian)
  return same(sum(frame.subarray(FRAME_HEADER_BYTES), head, bigEndian), sums)
}

function same(a: Sums, b: Sums): boolean {
  return a[0] === b[0] && a[1] === b[1]
}

/** The log's own checksum, over pairs of 32-bit words. */
function sum(bytes: Buffer, from: Sums, bigEndian: boolean): Sums {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let [a, b] = from
  for (let at = 0; at < bytes.length; at += 8) {
    a = (a + view.getUint32(at, !bigEndian) + b) >>> 0
    b = (b + view.getUint32(at + 4, !bigEndian) + a) >>> 0
  }
  return [a, b]
}
