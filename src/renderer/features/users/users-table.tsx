import { ArrowDown, ArrowUp } from 'lucide-react'
import type { User, UserSort } from '../../../core/users.ts'
import { cx } from '../../lib/cx.ts'
import { formatCount, formatMoment, formatTimeTitle } from '../../lib/format.ts'
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
                    className={cx('max-w-72 px-3 py-1', column.end && 'text-right tabular-nums', hidden(column))}
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

function cellsOf(user: User, now: number, onOpen: (userId: string) => void) {
  const { userId, count, sum, duplicates, verdicts, firstSeen, lastSeen } = user
  const left = notSummedCount(user)
  return [
    <button
      type="button"
      key="id"
      title="Show the user’s details"
      onClick={() => onOpen(userId)}
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
  const Icon = sort.direction === 'ascending' ? ArrowUp : ArrowDown
  return (
    <button
      type="button"
      onClick={() => onSort(nextUserSort(sort, column))}
      className="inline-flex items-center gap-1 hover:text-ink"
    >
      {title}
      {sort.column === column && <Icon aria-hidden="true" size={12} />}
    </button>
  )
}
