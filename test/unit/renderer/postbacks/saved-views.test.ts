import { describe, expect, it } from 'vitest'
import { NEWEST_FIRST } from '../../../../src/core/filter.ts'
import { MOST_VIEWS } from '../../../../src/core/saved-view.ts'
import { DEFAULT_SETTINGS, settingsSchema } from '../../../../src/core/settings.ts'
import { withRecent } from '../../../../src/renderer/features/postbacks/filter/use-recent-filters.ts'
import {
  currentView,
  isAsShown,
  nameProblem,
  savingProblem,
  viewOf,
  withName,
  withoutView,
  withPlace,
  withView,
} from '../../../../src/renderer/features/postbacks/views/saved-views.ts'
import { parseLeniently } from '../../../../src/services/store/lenient-parse.ts'

const SHOWN = { query: 'verdict:fail ', sort: NEWEST_FIRST, columns: ['verdict', 'userId'] }
const FAILED = viewOf('Failed', SHOWN)
const OLD = { name: 'Old', query: 'user:u_1', sort: null, columns: null }

describe('A saved view', () => {
  it('keeps filter, sort and columns', () => {
    expect(viewOf(' Failed ', SHOWN)).toEqual({
      name: 'Failed',
      query: 'verdict:fail',
      sort: NEWEST_FIRST,
      columns: ['verdict', 'userId'],
    })
  })

  it('is as it is shown until one of them is another', () => {
    expect(isAsShown(FAILED, SHOWN)).toBe(true)
    expect(isAsShown(FAILED, { ...SHOWN, query: 'verdict:warn' })).toBe(false)
    expect(isAsShown(FAILED, { ...SHOWN, sort: { column: 'amount', direction: 'descending' } })).toBe(false)
    expect(isAsShown(FAILED, { ...SHOWN, columns: ['userId', 'verdict'] })).toBe(false)
  })

  it('of an older version says nothing of sort and columns', () => {
    expect(isAsShown(OLD, { ...SHOWN, query: 'user:u_1' })).toBe(true)
    const screen = { ...DEFAULT_SETTINGS.screen, savedFilters: [{ name: 'Old', query: 'user:u_1' }] }
    const { columnOrder: _order, recentFilters: _recent, ...older } = screen
    expect(settingsSchema.parse({ ...DEFAULT_SETTINGS, screen: older }).screen).toMatchObject({
      savedFilters: [OLD],
      columnOrder: [],
      recentFilters: [],
    })
    const { screen: schema } = settingsSchema.shape
    const read = parseLeniently(schema, DEFAULT_SETTINGS.screen, JSON.stringify({ ...older, theme: 'dark' }))
    expect(read).toMatchObject({ theme: 'dark', savedFilters: [OLD] })
  })

  it('that was chosen stays the present one while it is changed; another is it only where it is just what is shown', () => {
    const views = [OLD, FAILED]
    expect(currentView(views, 'Failed', SHOWN)).toEqual({ view: FAILED, changed: false })
    expect(currentView(views, 'Failed', { ...SHOWN, query: '' })).toEqual({ view: FAILED, changed: true })
    expect(currentView(views, null, SHOWN)).toEqual({ view: FAILED, changed: false })
    expect(currentView(views, 'Deleted', { ...SHOWN, query: 'x' })).toBeNull()
  })

  it('is added, replaced, renamed, moved and deleted, and all others stay', () => {
    const views = [OLD, FAILED]
    const changed = { ...FAILED, query: 'verdict:warn' }
    expect(withView(views, changed)).toEqual([OLD, changed])
    expect(withView([OLD], FAILED)).toEqual(views)
    expect(withName(views, 'Failed', ' Broken ')).toEqual([OLD, { ...FAILED, name: 'Broken' }])
    expect(withPlace(views, 'Failed', 0)).toEqual([FAILED, OLD])
    expect(withPlace(views, 'Nobody', 0)).toEqual(views)
    expect(withoutView(views, 'Old')).toEqual([FAILED])
  })

  it('has a name of its own', () => {
    const views = [OLD, FAILED]
    expect(nameProblem(views, '  ', null)).toMatch(/name/)
    expect(nameProblem(views, ' Failed ', null)).toMatch(/Another view/)
    expect(nameProblem(views, 'Failed', 'Failed')).toBeNull()
    expect(nameProblem(views, 'x'.repeat(61), null)).toMatch(/60/)
    expect(nameProblem(views, 'New', null)).toBeNull()
  })

  it('is not saved where it would not be kept, and says why', () => {
    expect(savingProblem([], { ...SHOWN, query: 'x'.repeat(1001) })).toMatch(/too long/)
    expect(
      savingProblem(
        Array.from({ length: MOST_VIEWS }, () => OLD),
        SHOWN,
      ),
    ).toMatch(/delete one first/)
    expect(savingProblem([OLD], SHOWN)).toBeNull()
  })
})

describe('Filters that were used', () => {
  it('are remembered, the last one first, each once, and ten at most', () => {
    const many = Array.from({ length: 12 }, (_, n) => `u_${String(n)}`).reduce<readonly string[]>(withRecent, [])
    expect(many).toHaveLength(10)
    expect(many[0]).toBe('u_11')
    expect(withRecent(['a', 'b', 'c'], ' c ')).toEqual(['c', 'a', 'b'])
  })

  it('are not remembered where there is nothing, or nothing new, to remember', () => {
    const recent = ['a']
    expect(withRecent(recent, '  ')).toBe(recent)
    expect(withRecent(recent, 'a ')).toBe(recent)
    expect(withRecent(recent, 'x'.repeat(1001))).toBe(recent)
  })
})
