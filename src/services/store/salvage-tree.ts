/**
 * Which pages belong to which table, from two sides: down from the table's root, and up by what the file notes of each
 * page's parent. Where one is damaged, the other still knows.
 */
import { cellsOf, childrenOf, isInterior, isLeafTable } from './salvage-cells.ts'
import type { DamagedFile } from './salvage-file.ts'
import { recordOf } from './salvage-record.ts'
import { type Row, rowOf, type Table } from './salvage-schema.ts'

/** Deeper than any tree of pages with hundreds of children each. */
const DEEPEST = 12

export interface Leaf {
  readonly page: number
  /** Row numbers on it are above the one and not above the other. */
  readonly above: number
  readonly highest: number
}

/** Rows of one page, and how many more it should have had. */
export interface PageRows {
  readonly rows: readonly Row[]
  readonly missing: number
}

export class SalvageTree {
  readonly #file: DamagedFile
  readonly #tables: ReadonlyMap<string, Table>
  readonly #roots: ReadonlyMap<string, number>
  #owners: Uint32Array | null = null

  constructor(file: DamagedFile, tables: ReadonlyMap<string, Table>) {
    this.#file = file
    this.#tables = tables
    this.#roots = rootsOf(file, tables)
  }

  /** The pages that hold the table's rows, in the order of the file. */
  leavesOf(name: string): Leaf[] {
    const root = this.#rootOf(name)
    if (root === null) return []
    const leaves = new Map<number, Leaf>()
    for (const leaf of this.#downFrom(root)) leaves.set(leaf.page, leaf)
    // The first page's children have no notes that lead to it.
    if (root === SCHEMA.root) return [...leaves.values()]
    const owners = (this.#owners ??= this.#noteOwners())
    for (let page = 3; page <= this.#file.pageCount; page++) {
      if (owners[page] === root && !leaves.has(page)) leaves.set(page, anywhere(page))
    }
    return [...leaves.values()].sort((a, b) => a.page - b.page)
  }

  /** What can be read of one page; nothing where it is no page of this table after all. */
  rowsOf(name: string, leaf: Leaf): PageRows {
    const table = this.#tables.get(name)
    const page = this.#file.page(leaf.page)
    if (table === undefined || page === null) return { rows: [], missing: 0 }
    if (table.withoutRowId === isLeafTable(page, leaf.page)) return { rows: [], missing: 0 }
    const { said, cells } = cellsOf(this.#file, page, leaf.page)
    const rows: Row[] = []
    for (const [at, { rowId, payload }] of cells.entries()) {
      if (!table.withoutRowId) {
        // Row numbers only grow along a page: where two do not, one of them is wrong, and nobody knows which.
        const before = at === 0 ? leaf.above : (cells[at - 1]?.rowId ?? leaf.above)
        const after = cells[at + 1]?.rowId ?? Number.POSITIVE_INFINITY
        if (rowId <= before || rowId >= after || rowId > leaf.highest) continue
      }
      const record = recordOf(payload)
      const row = record === null ? null : rowOf(table, rowId, record)
      if (row !== null) rows.push(row)
    }
    return { rows, missing: said - rows.length }
  }

  *allRows(name: string): Generator<Row> {
    for (const leaf of this.leavesOf(name)) yield* this.rowsOf(name, leaf).rows
  }

  /** A root that the file notes to be something else is a page of a history from before this table. */
  #rootOf(name: string): number | null {
    const root = this.#roots.get(name)
    if (root === undefined) return null
    const { type } = this.#file.note(root)
    return type === 'root' || type === 'unknown' ? root : null
  }

  #downFrom(root: number): Leaf[] {
    const leaves: Leaf[] = []
    const seen = new Set<number>()
    const visit = (leaf: Leaf, parent: number, depth: number, isKnownLeaf: boolean): void => {
      const { page } = leaf
      if (depth > DEEPEST || seen.has(page) || page < 1 || page > this.#file.pageCount) return
      const note = page === root ? null : this.#file.note(page)
      if (note?.type === 'free') return
      seen.add(page)
      // Where the notes name another parent, the way that led here is not to be trusted with the range of numbers.
      const sure = note === null || (note.type === 'tree' && note.parent === parent)
      const place = sure ? leaf : anywhere(page)
      const bytes = isKnownLeaf ? null : this.#file.page(page)
      if (bytes === null || !isInterior(bytes, page)) {
        leaves.push(place)
        return
      }
      // Rows of tables without row numbers stand in these as well.
      leaves.push(place)
      const children = childrenOf(bytes, page)
      const overLeaves = this.#overLeaves(children.map((child) => child.page))
      let { above } = place
      for (const child of children) {
        const highest = Math.min(child.highest, place.highest)
        visit({ page: child.page, above, highest }, page, depth + 1, overLeaves)
        above = Math.max(above, Number.isFinite(child.highest) ? child.highest : above)
      }
    }
    visit(anywhere(root), 0, 0, false)
    return leaves
  }

  /** All leaves of a tree are equally deep: a few children tell of all, without reading the whole file. */
  #overLeaves(pages: readonly number[]): boolean {
    const few = [pages.at(0), pages.at(Math.floor(pages.length / 2)), pages.at(-1)]
    const kinds = few.map((page) => {
      const bytes = page === undefined ? null : this.#file.page(page)
      if (bytes === null || page === undefined) return null
      return isInterior(bytes, page) ? 'interior' : isLeafTable(bytes, page) ? 'leaf' : null
    })
    return kinds.includes('leaf') && !kinds.includes('interior')
  }

  /** For each page the root that its parents lead up to, 0 where they lead nowhere. */
  #noteOwners(): Uint32Array {
    const owners = new Uint32Array(this.#file.pageCount + 1)
    for (let page = 3; page <= this.#file.pageCount; page++) {
      if (owners[page] !== 0) continue
      const way: number[] = []
      let at = page
      for (let depth = 0; depth <= DEEPEST; depth++) {
        const known = owners[at] ?? 0
        const note = this.#file.note(at)
        if (known !== 0 || note.type === 'root') {
          for (const step of way) owners[step] = known === 0 ? at : known
          break
        }
        if (note.type !== 'tree') break
        way.push(at)
        at = note.parent
      }
    }
    return owners
  }
}

function anywhere(page: number): Leaf {
  return { page, above: Number.NEGATIVE_INFINITY, highest: Number.POSITIVE_INFINITY }
}

const SCHEMA: Table = {
  name: 'sqlite_schema',
  root: 1,
  withoutRowId: false,
  columns: ['type', 'name', 'tbl_name', 'rootpage', 'sql'].map((name) => ({
    name,
    type: name === 'rootpage' ? 'INTEGER' : 'TEXT',
    notNull: name !== 'sql',
    isRowId: false,
  })),
}

/** As the file's own schema has them; else where they are in every history that was never vacuumed. */
function rootsOf(file: DamagedFile, tables: ReadonlyMap<string, Table>): Map<string, number> {
  const roots = new Map([...tables.values()].map(({ name, root }) => [name, root]))
  if (tables.has(SCHEMA.name)) return roots
  const schema = new SalvageTree(file, new Map([[SCHEMA.name, SCHEMA]]))
  for (const row of schema.allRows(SCHEMA.name)) {
    const { type, name, rootpage } = row
    if (type === 'table' && typeof name === 'string' && typeof rootpage === 'number' && roots.has(name)) {
      if (rootpage > 2 && file.note(rootpage).type !== 'tree') roots.set(name, rootpage)
    }
  }
  return roots
}
