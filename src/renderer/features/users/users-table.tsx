import { ArrowDown, ArrowUp } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { Verdict } from '../../../core/postback.ts'
import type { User, UserSort } from '../../../core/users.ts'
import type { UsersWords } from '../../../words/en/users.ts'
import { words } from '../../../words/words.ts'
import { cx } from '../../lib/cx.ts'
import { formatCount, formatMoment, formatTimeTitle } from '../../lib/format.ts'
import { useAction } from '../../lib/keys.ts'
import { notSummedCount, notSummedWords } from './not-summed.tsx'
import { UserId } from './user-id.tsx'
import { nextUserSort } from './users-state.ts'

interface Column {
  readonly id: keyof UsersWords['columns'] | Verdict
  readonly sort: UserSort['column'] | null
  readonly end: boolean
  /** Left out where there is little room; the details say it too. */
  readonly wide: boolean
}

const COLUMNS: readonly Column[] = [
  { id: 'userId', sort: 'userId', end: false, wide: false },
  { id: 'count', sort: 'count', end: true, wide: false },
  { id: 'sum', sort: 'sum', end: true, wide: false },
  { id: 'notSummed', sort: null, end: true, wide: false },
  { id: 'duplicates', sort: null, end: true, wide: true },
  { id: 'pass', sort: null, end: true, wide: true },
  { id: 'warn', sort: null, end: true, wide: true },
  { id: 'fail', sort: null, end: true, wide: true },
  { id: 'firstSeen', sort: null, end: false, wide: true },
  { id: 'lastSeen', sort: 'lastSeen', end: false, wide: false },
]
const MOST_CHARACTERS = 120

/** One page of users. Pressing an id opens the user's details. */
export function UsersTable({
  users,
  sort,
  open,
  narrow,
  now,
  onSort,
  onOpen,
}: {
  users: readonly User[]
  sort: UserSort
  open: string | null
  /** The details stand beside it. */
  narrow: boolean
  now: number
  onSort: (sort: UserSort) => void
  onOpen: (userId: string) => void
}) {
  const w = words().users
  const titles = { ...w.columns, ...words().status.verdicts }
  const hidden = (column: Column): string | false => column.wide && (narrow ? 'hidden' : 'max-[1199px]:hidden')
  return (
    <table aria-label={w.users} className="w-full border-collapse text-left">
      <thead className="sticky top-0 z-1 bg-canvas text-s text-muted">
        <tr>
          {COLUMNS.map((column) => (
            <th
              key={column.id}
              scope="col"
              aria-sort={column.sort === sort.column ? sort.direction : undefined}
              className={cx('px-3 py-1.5 font-medium whitespace-nowrap', column.end && 'text-right', hidden(column))}
            >
              {column.sort === null ? (
                titles[column.id]
              ) : (
                <SortButton title={titles[column.id]} column={column.sort} sort={sort} onSort={onSort} />
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <tr
            key={user.userId}
            aria-selected={user.userId === open}
            className={cx('border-t border-line', user.userId === open ? 'bg-selected' : 'hover:bg-hover')}
          >
            {cellsOf(user, now, onOpen).map((cell, index) => {
              const column = COLUMNS[index]
              return (
                column && (
                  <td
                    key={column.id}
                    className={cx(
                      'h-[max(var(--row),24px)] max-w-72 px-3',
                      column.end && 'text-right tabular-nums',
                      hidden(column),
                    )}
                  >
                    {cell}
                  </td>
                )
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The arrows go from one id to the next; each is a stop of the Tab key as well. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const body = event.currentTarget.closest('tbody')
  const ids = [...(body?.querySelectorAll<HTMLElement>('tr > td:first-child button') ?? [])]
  const at = ids.findIndex((id) => id === event.target)
  const places: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: ids.length - 1 }
  const next = ids[Object.hasOwn(places, event.key) ? (places[event.key] ?? -1) : -1]
  if (at === -1 || !next) return
  event.preventDefault()
  next.focus()
}

function cellsOf(user: User, now: number, onOpen: (userId: string) => void) {
  const { userId, count, sum, duplicates, verdicts, firstSeen, lastSeen } = user
  const left = notSummedCount(user)
  return [
    <button
      type="button"
      key="id"
      title={words().users.showDetails}
      onClick={() => onOpen(userId)}
      onKeyDown={moveFocus}
      className="block max-w-full truncate text-left text-accent hover:underline"
    >
      <UserId userId={userId} max={MOST_CHARACTERS} />
    </button>,
    formatCount(count),
    <span key="sum" className="block truncate" title={sum}>
      {sum}
    </span>,
    left === 0 ? (
      '–'
    ) : (
      <span key="left" title={notSummedWords(user)} className="text-warn">
        {formatCount(left)}
      </span>
    ),
    duplicates === 0 ? '–' : formatCount(duplicates),
    formatCount(verdicts.pass),
    formatCount(verdicts.warn),
    formatCount(verdicts.fail),
    <Moment key="first" at={firstSeen} now={now} />,
    <Moment key="last" at={lastSeen} now={now} />,
  ]
}

function Moment({ at, now }: { at: number; now: number }) {
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={formatTimeTitle(at)}
      className="whitespace-nowrap text-muted tabular-nums"
    >
      {formatMoment(at, now)}
    </time>
  )
}

function SortButton({
  title,
  column,
  sort,
  onSort,
}: {
  title: string
  column: UserSort['column']
  sort: UserSort
  onSort: (sort: UserSort) => void
}) {
  const turn = (): void => onSort(nextUserSort(sort, column))
  useAction({
    id: `users.sort:${column}`,
    title: words().users.sortBy(title),
    group: words().actions.groups.users,
    words: words().users.sortWords,
    run: turn,
  })
  const Icon = sort.direction === 'ascending' ? ArrowUp : ArrowDown
  return (
    <button type="button" onClick={turn} className="inline-flex items-center gap-1 hover:text-ink">
      {title}
      {sort.column === column && <Icon aria-hidden="true" size={12} />}
    </button>
  )
}
