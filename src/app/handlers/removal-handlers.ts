import { CallError } from '../../contract/errors.ts'
import type { Handlers } from '../../contract/router.ts'
import type { RemovalSelection } from '../../core/clearing.ts'
import type { Endpoint } from '../../core/endpoint.ts'
import { describeFilter } from '../../core/filter-describe.ts'
import type { PostbackStore } from '../../core/ports.ts'
import { errorsWords } from '../../words/of/errors.ts'
import type { RemovalGrace } from '../removal-grace.ts'
import type { Retention } from '../retention.ts'

/** Clearing the history, and what was removed from it. */
export function removalHandlers(parts: {
  readonly store: Pick<PostbackStore, 'removals'>
  readonly grace: RemovalGrace
  readonly retention: Retention
  readonly endpoints: () => readonly Endpoint[]
}) {
  const { removals } = parts.store
  const { grace } = parts
  return {
    'history.preview': ({ selection }) => removals.preview(selection),
    'history.clear': ({ selection, total, atOnce }) => {
      if (selection.upTo === 0) throw new CallError('invalid-input', errorsWords().removal.nothing)
      const what = inWords(selection, parts.endpoints())
      return grace.begin({ selection, total, cause: 'by-hand', what }, atOnce)
    },
    'history.clearNow': async () => {
      await grace.hurry()
      return {}
    },
    'history.stopClearing': async () => {
      await grace.stop()
      return {}
    },
    'history.removals': ({ limit }) => removals.latest(limit),
    'history.retention': ({ rule }) => parts.retention.preview(rule),
  } satisfies Partial<Handlers>
}

function inWords({ filter, ids }: RemovalSelection, endpoints: readonly Endpoint[]): string {
  if (ids !== null) return errorsWords().removal.chosen(ids.length)
  // It is read long afterwards: a span is told from when it began.
  return describeFilter(filter, {
    now: filter.from ?? 0,
    endpoints,
    timeZoneOffsetMinutes: (at) => -new Date(at).getTimezoneOffset(),
  })
}
