import type { Sort } from '../../../../core/filter.ts'
import type { PostbackSummary } from '../../../../core/postback.ts'
import type { Outage } from '../../../../core/status.ts'
import { words } from '../../../../words/words.ts'
import { spokenText } from '../../../ui/visible-text.tsx'

/** Always the same, so that rows without any need not be drawn anew. */
export const NO_OUTAGES: readonly Outage[] = []

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
  if (sort.column !== 'received' || above === undefined || outages.length === 0) return NO_OUTAGES
  const beyond = above?.receivedAt ?? null
  const [from, to] =
    sort.direction === 'descending'
      ? [row.receivedAt, beyond ?? Number.POSITIVE_INFINITY]
      : [beyond ?? Number.NEGATIVE_INFINITY, row.receivedAt]
  const found = outages.filter((outage) => outage.from >= from && outage.from < to)
  return found.length === 0 ? NO_OUTAGES : found
}

/** The outages after a list's last row: older ones in a list that starts with the newest, else newer ones. */
export function outagesBeyond(
  outages: readonly Outage[],
  row: Pick<PostbackSummary, 'receivedAt'>,
  sort: Sort,
): readonly Outage[] {
  if (sort.column !== 'received' || outages.length === 0) return NO_OUTAGES
  const older = sort.direction === 'descending'
  const found = outages.filter(({ from }) => (older ? from < row.receivedAt : from >= row.receivedAt))
  return found.length === 0 ? NO_OUTAGES : found
}

/** Those that touch the span a filter names; null for no limit. */
export function outagesWithin(
  outages: readonly Outage[],
  span: { readonly from: number | null; readonly to: number | null },
): readonly Outage[] {
  if (span.from === null && span.to === null) return outages
  const { from, to } = { from: span.from ?? Number.NEGATIVE_INFINITY, to: span.to ?? Number.POSITIVE_INFINITY }
  return outages.filter((outage) => outage.from < to && (outage.to ?? Number.POSITIVE_INFINITY) > from)
}

/** Puts a changed outage in the place of its older state: also of one that could not be stored then, and has no id. */
export function withOutage(outages: readonly Outage[], changed: Outage): readonly Outage[] {
  const isOlder = ({ id, reason }: Outage): boolean => id === changed.id || (id === 0 && reason === changed.reason)
  return [...outages.filter((outage) => !isOlder(outage)), changed].toSorted((a, b) => a.from - b.from)
}

/** What fits on one line about the outages at one place: reasons, the whole span, and why. */
export function outageLabel(
  outages: readonly Outage[],
  time: (at: number) => string,
  duration: (ms: number) => string,
): string {
  const w = words().postbacks.outages
  const [first] = outages
  if (first === undefined) return ''
  const reasons = [...new Set(outages.map(({ reason }) => w.short[reason]))].join(', ')
  const from = Math.min(...outages.map((outage) => outage.from))
  const lasts = outages.some(({ to }) => to === null)
  const to = Math.max(...outages.map((outage) => outage.to ?? outage.from))
  const covered = coveredMs(outages)
  // Several with time between them must not look like one that lasted all the while.
  const length = covered < to - from ? w.ofIt(duration(covered)) : duration(Math.max(0, to - from))
  const span = lasts ? w.since(time(from)) : `${time(from)} – ${time(to)} (${length})`
  // The longest one is the one to be explained; all of them stand in the sentence that follows.
  const lengthOf = (outage: Outage): number => (outage.to ?? Number.POSITIVE_INFINITY) - outage.from
  const main = outages.reduce((longest, outage) => (lengthOf(outage) > lengthOf(longest) ? outage : longest), first)
  return `${reasons} · ${span} · ${main.why}`
}

/** How long at least one of them lasted, in ms. */
function coveredMs(outages: readonly Outage[]): number {
  let covered = 0
  let until = Number.NEGATIVE_INFINITY
  for (const { from, to } of outages.toSorted((a, b) => a.from - b.from)) {
    const end = to ?? from
    covered += Math.max(0, end - Math.max(from, until))
    until = Math.max(until, end)
  }
  return covered
}

/** One sentence about an outage. `time` writes a moment, `duration` a length in ms. */
export function outageSentence(outage: Outage, time: (at: number) => string, duration: (ms: number) => string): string {
  const { reason, from, to } = outage
  const w = words().postbacks.outages
  const sentence =
    to === null ? w.lasts(reason, time(from)) : w.lasted(reason, time(from), time(to), duration(Math.max(0, to - from)))
  return outage.why === '' ? sentence : `${sentence} ${spokenText(outage.why)}`
}
