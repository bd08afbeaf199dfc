import { words } from '../../../words/words.ts'
import { formatTimeTitle } from '../../lib/format.ts'
import type { StatusWords } from '../../lib/status-words.ts'
import { StatusMark } from '../../ui/status-mark.tsx'
import { Tooltip } from '../../ui/tooltip.tsx'
import { spokenText } from '../../ui/visible-text.tsx'

/** One state in words, shape and colour; why and since when stand in its tooltip and its name. */
export function StatusItem({
  name,
  status,
  why,
  since,
  known,
  onClick,
}: {
  name: string
  status: StatusWords
  why: string
  since: number
  /** False while the inspector cannot be asked: what was last heard may be wrong by now. */
  known: boolean
  onClick: () => void
}) {
  const w = words().strip
  const { tone, words: state } = known ? status : { tone: 'off' as const, words: w.unknown(name) }
  const text = known ? w.whySince(spokenText(why), formatTimeTitle(since).split('\n')[0] ?? '') : w.lost
  return (
    <Tooltip text={text}>
      <button
        type="button"
        onClick={onClick}
        aria-label={known ? w.state(name, state, spokenText(why)) : w.unknownLost(name)}
        className="flex h-control shrink-0 items-center gap-1.5 rounded-m px-1.5 whitespace-nowrap hover:bg-hover"
      >
        <StatusMark tone={tone} />
        <span className={known ? undefined : 'text-muted'}>{state}</span>
      </button>
    </Tooltip>
  )
}
