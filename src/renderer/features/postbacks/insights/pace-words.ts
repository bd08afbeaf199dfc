import type { ArrivalPace } from '../../../../core/arrival-pace.ts'
import { words } from '../../../../words/words.ts'
import { formatAgo, formatDuration } from '../../../lib/format.ts'

const SECOND = 1000

/** Whether postbacks still come, in a sentence or two. */
export function paceSentence(pace: ArrivalPace, now: number): string {
  const w = words().insights.pace
  if (pace.state === 'none') return w.none
  const ago = formatAgo(pace.lastAt, now)
  const { earlier } = pace
  if (pace.state === 'few') return earlier === 0 ? w.only(ago) : w.few(ago, earlier)
  const often = howOften(pace.averageMs)
  switch (pace.state) {
    case 'coming':
      return w.coming(ago, earlier, often)
    case 'quiet':
      return w.quiet(ago, earlier, often, formatDuration(pace.longestMs))
    case 'stopped':
      return w.stopped(ago, earlier, often)
    default:
      return pace satisfies never
  }
}

/** `every 20 s`, `about 80 a second`: an average, so whole seconds are enough. */
function howOften(averageMs: number): string {
  const w = words().insights.pace
  if (averageMs < 1) return w.moreThan(SECOND)
  if (averageMs < SECOND / 2) return w.about(Math.round(SECOND / averageMs))
  const rounded = averageMs < 10 * SECOND ? averageMs : Math.round(averageMs / SECOND) * SECOND
  return w.every(formatDuration(rounded))
}
