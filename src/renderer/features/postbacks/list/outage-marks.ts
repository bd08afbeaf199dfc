import type { Sort } from '../../../../core/filter.ts'
import type { PostbackSummary } from '../../../../core/postback.ts'
import type { Outage } from '../../../../core/status.ts'

const NONE: readonly Outage[] = []

/**
 * The outages to mark on a row's top edge: those that began between it and the row above it (null for the first row,
 * undefined where that is not loaded). Only a list in order of arrival has such a place.
 */
export function outagesAbove(
  outages: readonly Outage[],
  row: Pick<PostbackSummary, 'receivedAt'>,
  above: Pick<PostbackSummary, 'receivedAt'> | null | undefined,
  sort: Sort,
): readonly Outage[] {
  if (sort.column !== 'received' || above === undefined || outages.length === 0) return NONE
  const beyond = above?.receivedAt ?? null
  const [from, to] =
    sort.direction === 'descending'
      ? [row.receivedAt, beyond ?? Number.POSITIVE_INFINITY]
      : [beyond ?? Number.NEGATIVE_INFINITY, row.receivedAt]
  const found = outages.filter((outage) => outage.from >= from && outage.from < to)
  return found.length === 0 ? NONE : found
}

/** Puts a changed outage in the place of its older state. */
export function withOutage(outages: readonly Outage[], changed: Outage): readonly Outage[] {
  return [...outages.filter((outage) => outage.id !== changed.id), changed].toSorted((a, b) => a.from - b.from)
}

const REASONS: Record<Outage['reason'], string> = {
  off: 'The inspector was off',
  asleep: 'The computer was asleep',
  'tunnel-down': 'The tunnel was down',
  'receiver-down': 'The receiver was down',
  'store-refusing': 'The history could not be written',
}

/** One sentence about an outage. `time` writes a moment, `duration` a length in ms. */
export function outageSentence(outage: Outage, time: (at: number) => string, duration: (ms: number) => string): string {
  const { from, to } = outage
  const span =
    to === null ? `since ${time(from)}` : `from ${time(from)} to ${time(to)} (${duration(Math.max(0, to - from))})`
  return `${REASONS[outage.reason]} ${span}: nothing could reach it.`
}
