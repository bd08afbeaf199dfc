import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseFilterQuery } from '../../../../src/core/filter-query.ts'
import { queryOf } from '../../../../src/renderer/features/users/user-query.ts'
import { filterOf, nextUserSort, usersState } from '../../../../src/renderer/features/users/users-state.ts'

const CONTEXT = {
  now: 1_700_000_000_000,
  endpoints: [{ id: 'e1', name: 'My "app", two' }],
  timeZoneOffsetMinutes: () => 0,
}

describe('The filter that a user’s line leads to', () => {
  it('asks for exactly this user, whatever the id', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (userId) => {
        const { filter, problems } = parseFilterQuery(queryOf(userId), CONTEXT)
        expect(problems).toEqual([])
        expect(filter.userId).toBe(userId)
        expect(filter.userIdContains).toBeNull()
        expect(filter.texts).toEqual([])
      }),
    )
    for (const userId of ['', 'a*', '*', '~a', '-is:pinned', 'a" b', 'a\\', '\\"', 'a,b', ' ']) {
      expect(parseFilterQuery(queryOf(userId), CONTEXT).filter.userId).toBe(userId)
    }
  })

  it('is narrowed down as the line is: by endpoint, span and reason', () => {
    const query = queryOf('u_1', { endpointName: 'My "app", two', span: '24h', reason: 'amount-decimal-comma' })
    const { filter, problems } = parseFilterQuery(query, CONTEXT)
    expect(problems).toEqual([])
    expect(filter).toMatchObject({
      userId: 'u_1',
      endpointIds: ['e1'],
      codes: ['amount-decimal-comma'],
      from: CONTEXT.now - 86_400_000,
    })
  })
})

describe('The list of users', () => {
  it('asks for nobody in particular at first, and for what is chosen then', () => {
    const state = usersState.get()
    expect(filterOf(state, 5)).toEqual({ from: null, to: null, endpointIds: [], userIdContains: null })
    expect(filterOf({ ...state, text: 'a', endpointId: 'e1', span: '1h' }, 3_600_005)).toEqual({
      from: 5,
      to: null,
      endpointIds: ['e1'],
      userIdContains: 'a',
    })
  })

  it('begins a column with the largest, names with their beginning, and turns with the next press', () => {
    const sum = nextUserSort({ column: 'lastSeen', direction: 'ascending' }, 'sum')
    expect(sum).toEqual({ column: 'sum', direction: 'descending' })
    expect(nextUserSort(sum, 'sum')).toEqual({ column: 'sum', direction: 'ascending' })
    expect(nextUserSort(sum, 'userId')).toEqual({ column: 'userId', direction: 'ascending' })
  })
})
