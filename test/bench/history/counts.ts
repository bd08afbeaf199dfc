import { EVERYTHING } from '../../../src/core/filter.ts'
import { EVERY_USER } from '../../../src/core/users.ts'
import type { Line } from '../line.ts'
import { type Question, worstOf } from './ask.ts'
import { largeScreen } from './screen.ts'
import { someUser } from './searches.ts'

const DAY = 86_400_000
const HOUR = 3_600_000

const QUESTIONS: readonly Question[] = [
  { name: 'counts of all', call: (screen) => screen.ask('postback.counts', { filter: EVERYTHING }) },
  {
    name: 'counts of a user',
    call: (screen, n) => screen.ask('postback.counts', { filter: { ...EVERYTHING, userId: someUser(screen, n) } }),
  },
  {
    name: '24 hours by two minutes',
    call: (screen) => {
      const { end } = screen.history
      return screen.ask('postback.activity', { filter: EVERYTHING, from: end - DAY, to: end, bucketMs: 120_000 })
    },
  },
  {
    name: '30 days by hour',
    call: (screen) => {
      const { end } = screen.history
      return screen.ask('postback.activity', { filter: EVERYTHING, from: end - 30 * DAY, to: end, bucketMs: HOUR })
    },
  },
  {
    name: 'findings of all',
    call: (screen) => screen.ask('postback.codes', { from: null, to: null }),
  },
  {
    name: 'findings of 7 days',
    call: (screen, n) => screen.ask('postback.codes', { from: screen.history.end - 7 * DAY - n * HOUR, to: null }),
  },
  {
    name: 'users by sum',
    call: (screen) =>
      screen.ask('user.page', {
        filter: EVERY_USER,
        sort: { column: 'sum', direction: 'descending' },
        offset: 0,
        limit: 100,
      }),
  },
  { name: 'sum of all users', call: (screen) => screen.ask('user.totals', { filter: EVERY_USER }) },
  {
    name: 'one user',
    call: (screen, n) => screen.ask('user.detail', { userId: someUser(screen, n), filter: EVERY_USER }),
  },
]

export const COUNTS_LINE: Line = {
  subject: 'history',
  name: '… counts per kind and verdict, activity histogram, users’ sums',
  target: 'p99 ≤ 150 ms',
  measure: async (context) => worstOf(context, await largeScreen(context), QUESTIONS, 150),
}
