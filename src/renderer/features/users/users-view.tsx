import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useRef } from 'react'
import type { User } from '../../../core/users.ts'
import { words } from '../../../words/words.ts'
import { cx } from '../../lib/cx.ts'
import { useExternalStore } from '../../lib/external-store.ts'
import { useOverview } from '../../lib/inspector.tsx'
import { useAction } from '../../lib/keys.ts'
import { sentenceOf } from '../../lib/messages.ts'
import { showPostbacks } from '../../lib/postback-view.ts'
import { useNow } from '../../lib/use-now.ts'
import { useSettled } from '../../lib/use-settled.ts'
import { Button } from '../../ui/button.tsx'
import { copyAndSay } from '../../ui/copy-button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailedReading } from '../../ui/failed-reading.tsx'
import { Reading } from '../../ui/reading.tsx'
import { TotalsLine } from './totals-line.tsx'
import { useUserDetail, useUserPage, useUserTotals } from './use-users.ts'
import { UserPanel } from './user-panel.tsx'
import { queryOf } from './user-query.ts'
import { PAGE_SIZE, setUsers, type UsersState, usersState } from './users-state.ts'
import { UsersTable } from './users-table.tsx'
import { UsersToolbar } from './users-toolbar.tsx'

const TYPING_PAUSE_MS = 150

/** Who was rewarded, how often and with how much: exact sums of what arrived, a page at a time. */
export function UsersView() {
  const w = words().users
  const state = useExternalStore(usersState)
  const place = useRef<HTMLDivElement>(null)
  const { endpoints } = useOverview()
  const now = useNow()
  const text = useSettled(state.text, TYPING_PAUSE_MS)
  const asked = { ...state, text }
  const page = useUserPage(asked)
  const totals = useUserTotals(asked)
  const users = page.value
  const { open } = state
  const filtered = state.text !== '' || state.endpointId !== null || state.span !== 'any'
  const endpointName = (id: string | null): string | null => endpoints.find((one) => one.id === id)?.name ?? null
  const setOpen = (userId: string | null): void => usersState.update((all) => ({ ...all, open: userId }))
  useMoves(users ?? [], open, setOpen)
  useAction(filtered ? { id: 'users.clear', run: showAll } : null)

  return (
    <div ref={place} className="relative flex h-full min-h-0">
      {/* In a narrow window the details take all of the room. */}
      <section
        aria-label={w.users}
        className={cx('flex min-w-0 flex-1 flex-col', open !== null && 'max-[50rem]:invisible')}
      >
        <header className="flex flex-col gap-2 border-b border-line bg-panel px-4 py-3">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <h1 className="text-xl font-semibold tracking-tight">{w.users}</h1>
            <div className="min-w-0 flex-1">
              <UsersToolbar state={state} endpoints={endpoints} />
            </div>
          </div>
          {totals.value && <TotalsLine totals={totals.value} />}
        </header>
        {page.error !== null && (
          <div className="px-4 py-2">
            <FailedReading sentence={w.notRead(sentenceOf(page.error))} onRetry={page.retry} />
          </div>
        )}
        <div className="relative min-h-0 flex-1 overflow-auto" aria-busy={users === null}>
          {users === null && page.error === null && (
            <div className="px-4 py-2">
              <Reading what={w.reading} />
            </div>
          )}
          {users?.length === 0 ? (
            <Nobody filtered={filtered} />
          ) : (
            users && (
              <UsersTable
                users={users}
                sort={state.sort}
                open={open}
                narrow={open !== null}
                now={now}
                onSort={(sort) => setUsers({ sort })}
                onOpen={setOpen}
              />
            )
          )}
        </div>
        <Pager state={state} shown={users?.length ?? 0} total={totals.value?.users ?? null} />
      </section>
      {open !== null && (
        <OpenUser
          key={open}
          userId={open}
          state={state}
          endpointName={endpointName}
          now={now}
          onClose={() => {
            // To where it was opened, or the keys would begin at the top again.
            place.current?.querySelector<HTMLElement>('tr[aria-selected="true"] button')?.focus()
            setOpen(null)
          }}
        />
      )}
    </div>
  )
}

function OpenUser({
  userId,
  state,
  endpointName,
  now,
  onClose,
}: {
  userId: string
  state: UsersState
  endpointName: (id: string | null) => string | null
  now: number
  onClose: () => void
}) {
  const detail = useUserDetail(userId, state)
  const chosenEndpoint = endpointName(state.endpointId)
  useAction({ id: 'user.close', run: onClose })
  useAction({ id: 'user.copy', run: () => void copyAndSay(userId, words().users.theId) })
  useAction({
    id: 'user.postbacks',
    run: () => showPostbacks(queryOf(userId, { endpointName: chosenEndpoint, span: state.span })),
  })
  return (
    <UserPanel
      userId={userId}
      detail={detail.value}
      endpointName={endpointName}
      chosenEndpoint={chosenEndpoint}
      span={state.span}
      now={now}
      onClose={onClose}
    />
  )
}

/** The keys that go from one user's details to the next. */
function useMoves(users: readonly User[], open: string | null, setOpen: (userId: string) => void): void {
  const move = (rows: number): void => {
    const at = users.findIndex(({ userId }) => userId === open)
    const next = users[at < 0 ? 0 : Math.min(Math.max(at + rows, 0), users.length - 1)]
    if (next) setOpen(next.userId)
  }
  useAction({ id: 'user.next', run: () => move(1) })
  useAction({ id: 'user.previous', run: () => move(-1) })
}

function Pager({ state, shown, total }: { state: UsersState; shown: number; total: number | null }) {
  const w = words().users.pages
  const { offset } = state
  const more = total === null ? shown === PAGE_SIZE : offset + PAGE_SIZE < total
  const turn = (to: number): void => setUsers({ offset: Math.max(0, to) })
  useAction(
    offset === 0
      ? null
      : {
          id: 'users.back',
          run: () => turn(offset - PAGE_SIZE),
        },
  )
  useAction(more ? { id: 'users.on', run: () => turn(offset + PAGE_SIZE) } : null)
  if (offset === 0 && !more) return null
  return (
    <nav aria-label={w.pages} className="flex items-center gap-2 border-t border-line bg-panel px-4 py-1.5 text-s">
      <span className="mr-auto text-muted tabular-nums">{w.shown(offset + 1, offset + shown, total)}</span>
      <Button
        size="s"
        disabled={offset === 0}
        action="users.back"
        icon={<ChevronLeft aria-hidden="true" size={14} />}
        onClick={() => turn(offset - PAGE_SIZE)}
      >
        {w.previous}
      </Button>
      <Button
        size="s"
        disabled={!more}
        action="users.on"
        icon={<ChevronRight aria-hidden="true" size={14} />}
        onClick={() => turn(offset + PAGE_SIZE)}
      >
        {w.next}
      </Button>
    </nav>
  )
}

const showAll = (): void => setUsers({ text: '', endpointId: null, span: 'any' })

function Nobody({ filtered }: { filtered: boolean }) {
  const w = words().users.nobody
  return filtered ? (
    <EmptyState
      title={w.noMatch}
      action={
        <Button action="users.clear" onClick={showAll}>
          {w.clearFilter}
        </Button>
      }
    >
      {w.others}
    </EmptyState>
  ) : (
    <EmptyState title={w.nobodyYet}>{w.firstOne}</EmptyState>
  )
}
