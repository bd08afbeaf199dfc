import { useState } from 'react'
import type { User, UserDetail, UserTotals } from '../../../core/users.ts'
import { useClient, useOnEvent, useOnResync } from '../../lib/inspector.tsx'
import { useCoalesced } from '../../lib/use-coalesced.ts'
import { useOnRemoved } from '../../lib/use-on-removed.ts'
import { filterOf, PAGE_SIZE, type UsersState } from './users-state.ts'

/** An answer of the host; the one before stays until the next is here. `error` is what went wrong the last time. */
export interface Answer<T> {
  readonly value: T | null
  readonly error: unknown
}

const NOT_YET = { value: null, error: null }

/** One page of users, renewed about once a second while postbacks arrive. */
export function useUserPage(state: UsersState): Answer<readonly User[]> & { retry: () => void } {
  const client = useClient()
  const { text, endpointId, span, sort, offset } = state
  return useLive(
    async () => {
      const filter = filterOf(state, Date.now())
      return (await client.call('user.page', { filter, sort, offset, limit: PAGE_SIZE })).users
    },
    JSON.stringify([text, endpointId, span, sort, offset]),
  )
}

/** Everything that matches, added up. */
export function useUserTotals(state: UsersState): Answer<UserTotals> {
  const client = useClient()
  const { text, endpointId, span } = state
  return useLive(
    () => client.call('user.totals', { filter: filterOf(state, Date.now()) }),
    JSON.stringify([text, endpointId, span]),
  )
}

/** The user whose details are open; its text filter is left out, for it cannot narrow one user down. */
export function useUserDetail(userId: string, state: UsersState): Answer<UserDetail | 'none'> {
  const client = useClient()
  const { endpointId, span } = state
  return useLive(
    async () =>
      (await client.call('user.detail', { userId, filter: filterOf({ ...state, text: '' }, Date.now()) })) ?? 'none',
    JSON.stringify([userId, endpointId, span]),
  )
}

function useLive<T>(call: () => Promise<T>, occasion: string): Answer<T> & { retry: () => void } {
  const [answer, setAnswer] = useState<Answer<T>>(NOT_YET)
  const ask = useCoalesced(async (isWanted) => {
    try {
      const value = await call()
      if (isWanted()) setAnswer({ value, error: null })
    } catch (error) {
      if (isWanted()) setAnswer((now) => ({ ...now, error }))
    }
  }, occasion)
  useOnEvent('postback.received', ({ postbacks }) => {
    if (postbacks.some(({ kind }) => kind === 'postback')) ask()
  })
  useOnEvent('reread.progressed', ({ state }) => {
    if (state === 'done') ask()
  })
  useOnRemoved(ask)
  useOnResync(() => ask())
  return { ...answer, retry: ask }
}
