/** The cells of one page of a tree. What does not fit within the page, or overlaps, is left out. */
import { Buffer } from 'node:buffer'
import type { DamagedFile } from './salvage-file.ts'
import { varint } from './salvage-record.ts'
import { PAGE_BYTES } from './salvage-wal.ts'

/** Page types (https://www.sqlite.org/fileformat2.html#b_tree_pages). */
const INTERIOR_INDEX = 2
const INTERIOR_TABLE = 5
const LEAF_INDEX = 10
const LEAF_TABLE = 13
/** No row of a history is longer: bodies are bounded. */
const LONGEST_PAYLOAD = 64 * 1024 * 1024

export interface Child {
  readonly page: number
  /** The highest row number under it, infinite for the last. */
  readonly highest: number
}

/** Where a page's own header starts: the first one has the file's header before it. */
function headerAt(number: number): number {
  return number === 1 ? 100 : 0
}

/** True for pages under which there are others. */
export function isInterior(page: Buffer, number: number): boolean {
  const type = page[headerAt(number)]
  return type === INTERIOR_TABLE || type === INTERIOR_INDEX
}

export function isLeafTable(page: Buffer, number: number): boolean {
  return page[headerAt(number)] === LEAF_TABLE
}

/** The pages that an interior page points to; none where it is not one. */
export function childrenOf(page: Buffer, number: number): Child[] {
  if (!isInterior(page, number)) return []
  const start = headerAt(number)
  const keyed = page[start] === INTERIOR_TABLE
  const children: Child[] = []
  for (const at of cellPlaces(page, number, start + 12)) {
    if (at + 4 > page.length) continue
    const key = keyed ? varint(page, at + 4) : null
    children.push({ page: page.readUInt32BE(at), highest: key?.value ?? Number.POSITIVE_INFINITY })
  }
  if (start + 12 <= page.length)
    children.push({ page: page.readUInt32BE(start + 8), highest: Number.POSITIVE_INFINITY })
  return children
}

/** Places of the cells, in order. */
function cellPlaces(page: Buffer, number: number, pointers: number): number[] {
  const start = headerAt(number)
  if (start + 8 > page.length) return []
  const count = page.readUInt16BE(start + 3)
  const places: number[] = []
  for (let n = 0; n < count; n++) {
    const at = pointers + 2 * n
    if (at + 2 > page.length) break
    const place = page.readUInt16BE(at)
    if (place >= pointers + 2 * count && place < PAGE_BYTES) places.push(place)
  }
  return places
}

export interface Cell {
  /** 0 in an index. */
  readonly rowId: number
  readonly payload: Buffer
}

/** How many cells the page says it has, and those that can be read. */
export function cellsOf(file: DamagedFile, page: Buffer, number: number): { said: number; cells: Cell[] } {
  const start = headerAt(number)
  const type = page[start]
  if (start + 8 > page.length || (type !== LEAF_TABLE && type !== LEAF_INDEX && type !== INTERIOR_INDEX)) {
    return { said: 0, cells: [] }
  }
  const pointers = start + (type === INTERIOR_INDEX ? 12 : 8)
  const said = Math.min(page.readUInt16BE(start + 3), (PAGE_BYTES - pointers) / 4)
  const found: { from: number; to: number; cell: Cell | null }[] = []
  for (const place of cellPlaces(page, number, pointers)) {
    const one = cellAt(file, page, number, type, type === INTERIOR_INDEX ? place + 4 : place)
    if (one !== null) found.push({ from: place, ...one })
  }
  const byPlace = found.toSorted((a, b) => a.from - b.from)
  const overlapping = new Set<number>()
  for (const [at, one] of byPlace.entries()) {
    const next = byPlace[at + 1]
    if (next === undefined || one.to <= next.from) continue
    overlapping.add(one.from)
    overlapping.add(next.from)
  }
  return {
    said,
    cells: found.flatMap(({ from, cell }) => (cell === null || overlapping.has(from) ? [] : [cell])),
  }
}

function cellAt(
  file: DamagedFile,
  page: Buffer,
  number: number,
  type: number,
  at: number,
): { to: number; cell: Cell | null } | null {
  const length = varint(page, at)
  if (length === null || length.value === 0 || length.value > LONGEST_PAYLOAD) return null
  const rowId = type === LEAF_TABLE ? varint(page, length.next) : { value: 0, next: length.next }
  if (rowId === null) return null
  const local = localBytes(length.value, type === LEAF_TABLE)
  const to = rowId.next + local + (local < length.value ? 4 : 0)
  if (to > page.length) return null
  const own = page.subarray(rowId.next, rowId.next + local)
  if (local === length.value) return { to, cell: { rowId: rowId.value, payload: own } }
  const rest = overflow(file, page.readUInt32BE(to - 4), length.value - local, number)
  return { to, cell: rest === null ? null : { rowId: rowId.value, payload: Buffer.concat([own, ...rest]) } }
}

/** How much of a payload stands in the cell itself (https://www.sqlite.org/fileformat2.html#cell_payload). */
function localBytes(length: number, isTable: boolean): number {
  const most = isTable ? PAGE_BYTES - 35 : Math.floor(((PAGE_BYTES - 12) * 64) / 255) - 23
  if (length <= most) return length
  const least = Math.floor(((PAGE_BYTES - 12) * 32) / 255) - 23
  const wanted = least + ((length - least) % (PAGE_BYTES - 4))
  return wanted <= most ? wanted : least
}

/** The rest of a long payload, null where its chain is broken or leads to pages that belong to something else. */
function overflow(file: DamagedFile, first: number, length: number, owner: number): Buffer[] | null {
  const parts: Buffer[] = []
  let missing = length
  let number = first
  let parent = owner
  for (let wanted: 'overflow-first' | 'overflow' = 'overflow-first'; missing > 0; wanted = 'overflow') {
    const note = file.note(number)
    if (note.type !== 'unknown' && (note.type !== wanted || note.parent !== parent)) return null
    const page = file.page(number)
    const bytes = Math.min(missing, PAGE_BYTES - 4)
    if (page === null || page.length < 4 + bytes) return null
    parts.push(page.subarray(4, 4 + bytes))
    missing -= bytes
    parent = number
    number = page.readUInt32BE(0)
  }
  return number === 0 ? parts : null
}
