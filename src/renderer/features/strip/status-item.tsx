import { formatTimeTitle } from '../../lib/format.ts'
import type { StatusWords } from '../../lib/status-words.ts'
import { StatusMark } from '../../ui/status-mark.tsx'
import { Tooltip } from '../../ui/tooltip.tsx'

/** One state in words, shape and colour; why and since when stand in its tooltip and its name. */
export function StatusItem({
  name,
  status,
  why,
  since,
  onClick,
}: {
  name: string
  status: StatusWords
  why: string
  since: number
  onClick: () => void
}) {
  return (
    <Tooltip text={`${why}\nSince ${formatTimeTitle(since).split('\n')[0] ?? ''}`}>
      <button
        type="button"
        onClick={onClick}
        aria-label={`${name}: ${status.words}. ${why}`}
        className="flex h-control shrink-0 items-center gap-1.5 rounded-m px-1.5 whitespace-nowrap hover:bg-hover"
      >
        <StatusMark tone={status.tone} />
        <span>{status.words}</span>
      </button>
    </Tooltip>
  )
}
