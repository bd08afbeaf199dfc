import type { PostbackFilter } from '../../../../core/filter.ts'
import type { Counts } from '../../../../core/ports.ts'
import type { Kind, Verdict } from '../../../../core/postback.ts'
import { words } from '../../../../words/words.ts'
import { cx } from '../../../lib/cx.ts'
import { formatCount } from '../../../lib/format.ts'
import { VerdictMark, verdictWord } from '../../../ui/verdict-mark.tsx'
import { KINDS, shownKinds, toggled } from './shown-kinds.ts'

const VERDICTS: readonly Verdict[] = ['pass', 'warn', 'fail']

/** One press shows or hides a kind, or narrows to a verdict; each with how many there are. */
export function FilterChips({
  filter,
  counts,
  onKinds,
  onVerdicts,
}: {
  filter: PostbackFilter
  counts: Counts | null
  onKinds: (kinds: readonly Kind[]) => void
  onVerdicts: (verdicts: readonly Verdict[]) => void
}) {
  const w = words().filter
  const kinds = shownKinds(filter)
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <fieldset aria-label={w.kindsShown} className="flex flex-wrap gap-1">
        {KINDS.map((kind) => (
          <Chip
            key={kind}
            pressed={kinds.includes(kind)}
            name={w.kinds[kind]}
            count={counts?.byKind[kind] ?? null}
            onPress={() => onKinds(toggled(KINDS, kinds, kind))}
          />
        ))}
      </fieldset>
      <fieldset aria-label={w.verdictsShown} className="flex flex-wrap gap-1">
        {VERDICTS.map((verdict) => (
          <Chip
            key={verdict}
            pressed={filter.verdicts.includes(verdict)}
            name={verdictWord(verdict)}
            mark={verdict}
            count={counts?.byVerdict[verdict] ?? null}
            onPress={() => {
              const chosen = VERDICTS.filter((one) => (one === verdict) !== filter.verdicts.includes(one))
              // All three together are not “any”: what has no verdict would be left out.
              onVerdicts(chosen.length === VERDICTS.length ? [] : chosen)
            }}
          />
        ))}
      </fieldset>
    </div>
  )
}

function Chip({
  pressed,
  name,
  mark,
  count,
  onPress,
}: {
  pressed: boolean
  name: string
  mark?: Verdict
  count: number | null
  onPress: () => void
}) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className={cx(
        'inline-flex h-[1.692rem] items-center gap-1.5 rounded-full border px-2.5 text-s',
        pressed
          ? 'border-accent bg-accent-soft text-ink'
          : 'border-line text-muted hover:border-line-strong hover:text-ink',
      )}
    >
      {mark && (
        <span aria-hidden="true" className="flex">
          <VerdictMark verdict={mark} size={12} />
        </span>
      )}
      <span className="font-medium">{name}</span>
      {count !== null && <span className="text-muted tabular-nums">{formatCount(count)}</span>}
    </button>
  )
}
