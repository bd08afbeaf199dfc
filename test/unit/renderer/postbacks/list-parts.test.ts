import { describe, expect, it } from 'vitest'
import { EVERYTHING, NEWEST_FIRST } from '../../../../src/core/filter.ts'
import { DEFAULT_SETTINGS } from '../../../../src/core/settings.ts'
import {
  addArrivals,
  arrivalSentence,
  NO_ARRIVALS,
} from '../../../../src/renderer/features/postbacks/list/announcements.ts'
import {
  COLUMNS,
  columnTemplate,
  nextSort,
  withColumnWidth,
} from '../../../../src/renderer/features/postbacks/list/columns.ts'
import { listMove } from '../../../../src/renderer/features/postbacks/list/grid-keys.ts'
import { isDecidedHere, isWanted } from '../../../../src/renderer/features/postbacks/list/live-filter.ts'
import { openPostbackId } from '../../../../src/renderer/features/postbacks/selection.ts'
import { readHash } from '../../../../src/renderer/lib/navigation.ts'
import { aPostbackSummary } from '../../../support/builders.ts'

const { screen } = DEFAULT_SETTINGS

describe('the columns', () => {
  it('remember a width within sensible bounds, as the settings demand', () => {
    expect(withColumnWidth(screen, 'userId', 312.4).columnWidths).toEqual({ userId: 312 })
    expect(withColumnWidth(screen, 'userId', 1).columnWidths).toEqual({ userId: 48 })
  })

  it('let the finding take what is left, else the target, else the last column', () => {
    const without = (...ids: string[]) => COLUMNS.filter((column) => !ids.includes(column.id))
    expect(columnTemplate(COLUMNS, {})).toContain('minmax(190px, 1fr)')
    expect(columnTemplate(without('finding'), {})).toContain('minmax(260px, 1fr)')
    expect(columnTemplate(without('finding', 'target'), { marks: 99 })).toMatch(/minmax\(99px, 1fr\)$/)
  })

  it('sort in their own direction first and turn on the second press', () => {
    const user = COLUMNS.find((column) => column.id === 'userId')
    const finding = COLUMNS.find((column) => column.id === 'finding')
    if (!user || !finding) throw new Error('no such column')
    const once = nextSort(NEWEST_FIRST, user)
    expect(once).toEqual({ column: 'userId', direction: 'ascending' })
    expect(nextSort(once, user)).toEqual({ column: 'userId', direction: 'descending' })
    expect(nextSort(NEWEST_FIRST, finding)).toBe(NEWEST_FIRST)
  })
})

describe('an arrival in a filtered list', () => {
  it('is told apart here by kind, verdict and start alone', () => {
    expect(isDecidedHere({ ...EVERYTHING, kinds: ['postback'], verdicts: ['fail'], from: 5 })).toBe(true)
    expect(isDecidedHere({ ...EVERYTHING, texts: ['a'] })).toBe(false)
    expect(isDecidedHere({ ...EVERYTHING, userId: 'u' })).toBe(false)
    expect(isDecidedHere({ ...EVERYTHING, to: 5 })).toBe(false)
    expect(isDecidedHere({ ...EVERYTHING, excludeCodes: ['plus-as-space'] })).toBe(false)
  })

  it('stays out where its verdict was not asked for, or it has none', () => {
    const filter = { ...EVERYTHING, verdicts: ['fail' as const] }
    expect(isWanted(aPostbackSummary({ verdict: 'fail' }), filter)).toBe(true)
    expect(isWanted(aPostbackSummary({ verdict: 'pass' }), filter)).toBe(false)
    expect(isWanted(aPostbackSummary({ verdict: null, kind: 'noise' }), filter)).toBe(false)
  })

  it('stays out where it came before the start', () => {
    const filter = { ...EVERYTHING, from: 100 }
    expect(isWanted(aPostbackSummary({ receivedAt: 99 }), filter)).toBe(false)
    expect(isWanted(aPostbackSummary({ receivedAt: 100 }), filter)).toBe(true)
  })
})

describe('the announcement of arrivals', () => {
  it('says how many came and how many failed', () => {
    const three = addArrivals(NO_ARRIVALS, [
      aPostbackSummary({ verdict: 'pass' }),
      aPostbackSummary({ verdict: 'fail' }),
      aPostbackSummary({ verdict: 'warn' }),
    ])
    expect(arrivalSentence(three)).toBe('3 postbacks, 1 failed')
    const more = addArrivals(three, [aPostbackSummary({ kind: 'rejected', verdict: null })])
    expect(arrivalSentence(more)).toBe('3 postbacks, 1 failed, 1 other request')
    expect(arrivalSentence(NO_ARRIVALS)).toBeNull()
  })
})

describe('the keys of the list', () => {
  const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false, altKey: false })

  it('move by rows, pages and to the ends, open and close', () => {
    expect(listMove(press('ArrowDown'), 24)).toEqual({ type: 'by', rows: 1 })
    expect(listMove(press('ArrowUp'), 24)).toEqual({ type: 'by', rows: -1 })
    expect(listMove(press('PageDown'), 24)).toEqual({ type: 'by', rows: 24 })
    expect(listMove(press('End'), 24)).toEqual({ type: 'to', end: 'last' })
    expect(listMove(press('Enter'), 24)).toEqual({ type: 'open' })
    expect(listMove(press('Escape'), 24)).toEqual({ type: 'close' })
  })

  it('leave the browser its own', () => {
    expect(listMove(press('ArrowUp', true), 24)).toBeNull()
    expect(listMove(press('x'), 24)).toBeNull()
  })
})

describe('the address of a postback', () => {
  it('opens the postback it names and nothing else', () => {
    expect(openPostbackId(readHash('#/postbacks/123'))).toBe(123)
    expect(openPostbackId(readHash('#/postbacks'))).toBeNull()
    expect(openPostbackId(readHash('#/postbacks/0'))).toBeNull()
    expect(openPostbackId(readHash('#/postbacks/1e3'))).toBeNull()
    expect(openPostbackId(readHash('#/endpoints/123'))).toBeNull()
  })
})
