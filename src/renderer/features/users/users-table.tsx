import { ArrowDown, ArrowUp } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { User, UserSort } from '../../../core/users.ts'
import { cx } from '../../lib/cx.ts'
import { formatCount, formatMoment, formatTimeTitle } from '../../lib/format.ts'
import { useAction } from '../../lib/keys.ts'
import { notSummedCount, notSummedWords } from './not-summed.tsx'
import { UserId } from './user-id.tsx'
import { nextUserSort } from './users-state.ts'

interface Column {
  readonly title: string
  readonly sort: UserSort['column'] | null
  readonly end: boolean
  /** Left out where there is little room; the details say it too. */
  readonly wide: boolean
}

const COLUMNS: readonly Column[] = [
  { title: 'User id', sort: 'userId', end: false, wide: false },
  { title: 'Postbacks', sort: 'count', end: true, wide: false },
  { title: 'Exact sum', sort: 'sum', end: true, wide: false },
  { title: 'Not summed', sort: null, end: true, wide: false },
  { title: 'Possible duplicates', sort: null, end: true, wide: true },
  { title: 'Pass', sort: null, end: true, wide: true },
  { title: 'Warning', sort: null, end: true, wide: true },
  { title: 'Fail', sort: null, end: true, wide: true },
  { title: 'First seen', sort: null, end: false, wide: true },
  { title: 'Last seen', sort: 'lastSeen', end: false, wide: false },
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
  const hidden = (column: Column): string | false => column.wide && (narrow ? 'hidden' : 'max-[1199px]:hidden')
  return (
    <table aria-label="Users" className="w-full border-collapse text-left">
      <thead className="sticky top-0 z-1 bg-canvas text-s text-muted">
        <tr>
          {COLUMNS.map((column) => (
            <th
              key={column.title}
              scope="col"
              aria-sort={column.sort === sort.column ? sort.direction : undefined}
              className={cx('px-3 py-1.5 font-medium whitespace-nowrap', column.end && 'text-right', hidden(column))}
            >
              {column.sort === null ? (
                column.title
              ) : (
                <SortButton title={column.title} column={column.sort} sort={sort} onSort={onSort} />
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
                    key={column.title}
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
      title="Show the user’s details"
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
    title: `Sort the users by ${title.toLowerCase()}, or turn the order`,
    group: 'Users',
    words: 'order column ascending descending',
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
