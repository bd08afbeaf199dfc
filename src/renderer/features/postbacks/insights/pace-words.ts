import type { ArrivalPace } from '../../../../core/arrival-pace.ts'
import { formatAgo, formatCount, formatDuration } from '../../../lib/format.ts'

const SECOND = 1000

/** Whether postbacks still come, in a sentence or two. */
export function paceSentence(pace: ArrivalPace, now: number): string {
  if (pace.state === 'none') return 'No postback has come yet.'
  const last = `The last postback came ${formatAgo(pace.lastAt, now)}`
  if (pace.state === 'few') {
    const before = pace.earlier === 0 ? 'It is the only one' : `Only ${formatCount(pace.earlier)} came before it`
    return `${last}. ${before}: too few to say how often they come.`
  }
  return `${last}; the ${formatCount(pace.earlier)} before it came ${howOften(pace.averageMs)} on average: ${judgement(pace)}`
}

function judgement({ state, longestMs }: Extract<ArrivalPace, { state: 'coming' | 'quiet' | 'stopped' }>): string {
  switch (state) {
    case 'coming':
      return 'they keep coming.'
    case 'quiet':
      return `it is quieter than usual. Their longest pause was ${formatDuration(longestMs)}.`
    case 'stopped':
      return 'they stopped.'
    default:
      return state satisfies never
  }
}

/** `every 20 s`, `about 80 a second`: an average, so whole seconds are enough. */
function howOften(averageMs: number): string {
  if (averageMs < 1) return `more than ${formatCount(SECOND)} a second`
  if (averageMs < SECOND / 2) return `about ${formatCount(Math.round(SECOND / averageMs))} a second`
  const rounded = averageMs < 10 * SECOND ? averageMs : Math.round(averageMs / SECOND) * SECOND
  return `every ${formatDuration(rounded)}`
}
