import { describe, expect, it } from 'vitest'
import {
  allColumns,
  orderedColumns,
  visibleColumns,
  withColumnMoved,
  withColumnShown,
  withColumns,
} from '../../../../src/renderer/features/postbacks/list/column-choice.ts'
import { COLUMNS, type Column } from '../../../../src/renderer/features/postbacks/list/columns.ts'

const ALL = allColumns(['transaction_id'])
const DEFAULT = { columnOrder: [], hiddenColumns: [] }
const ids = (columns: readonly Column[]): string[] => columns.map(({ id }) => id)
const USUAL = COLUMNS.filter((column) => column.optional !== true)

function column(id: string): Column {
  const found = ALL.find((one) => one.id === id)
  if (!found) throw new Error(`There is no column ${id}.`)
  return found
}

describe('The choice of columns', () => {
  it('is the usual ones until somebody chooses, and what an older version saved still holds', () => {
    expect(visibleColumns(ALL, DEFAULT)).toEqual(USUAL)
    expect(ids(visibleColumns(ALL, { columnOrder: [], hiddenColumns: ['verdict', 'size'] }))).toEqual(
      ids(USUAL).filter((id) => id !== 'size'),
    )
  })

  it('shows and hides each, all but the verdict', () => {
    const more = withColumnShown(ALL, DEFAULT, column('target'), true)
    expect(ids(visibleColumns(ALL, more))).toEqual([...ids(USUAL), 'target'])
    expect(visibleColumns(ALL, withColumnShown(ALL, more, column('target'), false))).toEqual(USUAL)
    const less = withColumnShown(ALL, DEFAULT, column('endpoint'), false)
    expect(ids(visibleColumns(ALL, less))).not.toContain('endpoint')
    expect(visibleColumns(ALL, withColumnShown(ALL, less, column('endpoint'), true))).toEqual(USUAL)
    expect(ids(visibleColumns(ALL, withColumnShown(ALL, DEFAULT, column('verdict'), false)))).toContain('verdict')
  })

  it('has a column for each extra field that an endpoint maps, once', () => {
    expect(ids(allColumns(['tx', 'tx', 'offer'])).slice(COLUMNS.length)).toEqual(['extra:tx', 'extra:offer'])
    const shown = withColumnShown(ALL, DEFAULT, column('extra:transaction_id'), true)
    expect(ids(visibleColumns(ALL, shown)).at(-1)).toBe('extra:transaction_id')
    // The endpoint lost the field, and has it again: the choice is still there.
    const without = allColumns([])
    expect(visibleColumns(without, shown)).toEqual(USUAL)
    const other = withColumnShown(without, shown, column('size'), false)
    expect(ids(visibleColumns(ALL, other))).toContain('extra:transaction_id')
  })

  it('orders them, and moving one neither shows nor hides another', () => {
    const moved = withColumnMoved(ALL, DEFAULT, column('amount'), 0)
    expect(ids(visibleColumns(ALL, moved))).toEqual(['amount', ...ids(USUAL).filter((id) => id !== 'amount')])
    const back = withColumnMoved(ALL, moved, column('amount'), 3)
    expect(visibleColumns(ALL, back)).toEqual(USUAL)
    expect(ids(orderedColumns(ALL, withColumnMoved(ALL, DEFAULT, column('verdict'), 99))).at(-1)).toBe('verdict')
  })

  it('gives a column that is newer than the settings its usual place', () => {
    const older = { columnOrder: ['received', 'verdict', 'amount', 'endpoint'], hiddenColumns: [] }
    expect(ids(orderedColumns(ALL, older)).slice(0, 6)).toEqual([
      'received',
      'userId',
      'verdict',
      'amount',
      'finding',
      'endpoint',
    ])
  })

  it('is exactly what a saved view says, whatever was chosen before', () => {
    const chosen = withColumns(ALL, withColumnShown(ALL, DEFAULT, column('method'), true), [
      'verdict',
      'target',
      'gone',
      'userId',
    ])
    expect(ids(visibleColumns(ALL, chosen))).toEqual(['verdict', 'target', 'userId'])
  })
})
