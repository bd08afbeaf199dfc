import { EVERYTHING, NEWEST_FIRST, type PostbackFilter } from '../../../src/core/filter.ts'
import type { Line } from '../line.ts'
import { firstPage, type Question, worstOf } from './ask.ts'
import { historyRequest } from './requests.ts'
import { type AskedScreen, largeScreen } from './screen.ts'

const DAY = 86_400_000

/** A request of the history, another one each time, spread over all of it. */
export function someRequest({ history }: AskedScreen, n: number) {
  return historyRequest((n * 7_919 + 61_103) % history.rows, history.rows, history.end)
}

/** The user id of a postback; those without one are passed over. */
export function someUser(screen: AskedScreen, n: number): string {
  for (let at = n; ; at += 1) {
    const user = /[?&](?:user_id|uid)=(user_\w+)/.exec(someRequest(screen, at).target ?? '')?.[1]
    if (user !== undefined) return user
  }
}

const page = (name: string, filter: (screen: AskedScreen, n: number) => Partial<PostbackFilter>): Question => ({
  name,
  call: (screen, n) => firstPage(screen, filter(screen, n)),
})

const endpoints = new WeakMap<AskedScreen, readonly string[]>()

async function endpointOf(screen: AskedScreen, n: number): Promise<string> {
  const known = endpoints.get(screen) ?? (await screen.ask('app.overview', {})).endpoints.map(({ id }) => id)
  endpoints.set(screen, known)
  return known[n % known.length] ?? ''
}

/** Pages that follow each other, from places tens of thousands of rows down. */
function deepPages(): Question {
  const place = { filter: EVERYTHING, sort: NEWEST_FIRST, newerThan: null }
  let cursor: string | null = null
  return {
    name: 'deep page',
    async prepare(screen, n) {
      if (n % 30 === 0) cursor = (await screen.ask('postback.ids', { ...place, cursor, limit: 50_000 })).next
    },
    async call(screen) {
      cursor = (await screen.ask('postback.page', { ...place, cursor, limit: 100 })).next
    },
  }
}

const QUESTIONS: readonly Question[] = [
  page('exact user', (screen, n) => ({ userId: someUser(screen, n) })),
  page('verdict', (_, n) => ({ verdicts: [n % 2 === 0 ? 'fail' : 'warn'] })),
  page('code', (_, n) => ({ codes: [n % 2 === 0 ? 'amount-decimal-comma' : 'macro-not-replaced'] })),
  page('span', (screen, n) => {
    const from = screen.history.end - ((n % 28) + 2) * DAY
    return { from, to: from + DAY }
  }),
  {
    name: 'endpoint',
    call: async (screen, n) => firstPage(screen, { endpointIds: [await endpointOf(screen, n)] }),
  },
  page('amount', (screen, n) => ({
    amounts: [
      {
        comparison: '=',
        value: String(Number(/reward_amount=([\d.]+)/.exec(someRequest(screen, n).target ?? '')?.[1] ?? '5')),
      },
    ],
  })),
  {
    name: 'endpoint, verdict and span',
    call: async (screen, n) =>
      firstPage(screen, {
        endpointIds: [await endpointOf(screen, n)],
        verdicts: ['fail'],
        from: screen.history.end - ((n % 20) + 5) * DAY,
        to: screen.history.end - 2 * DAY,
      }),
  },
  page('user, verdict and span', (screen, n) => ({
    userId: someUser(screen, n),
    verdicts: ['pass'],
    from: screen.history.end - 20 * DAY,
  })),
]

export const SEARCHES_LINE: Line = {
  subject: 'history',
  name: '… deep page, exact user id, verdict, code, span, endpoint, combined',
  target: 'p99 ≤ 20 ms',
  async measure(context) {
    return worstOf(context, await largeScreen(context), [deepPages(), ...QUESTIONS], 20)
  },
}
