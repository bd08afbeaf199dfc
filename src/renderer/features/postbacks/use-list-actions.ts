import type { ParsedFilterQuery } from '../../../core/filter-query.ts'
import { words } from '../../../words/words.ts'
import { useAction } from '../../lib/keys.ts'
import { setQuery } from '../../lib/postback-view.ts'
import { withEverything, withoutKeys, withSince, withVerdicts } from './filter/filter-text.ts'

/** What narrows the list at one press, and what leads through it. `moveInList` goes by that many rows. */
export function useListActions(
  query: string,
  { tokens, filter }: ParsedFilterQuery,
  moveInList: (rows: number) => void,
): void {
  const w = words().postbacks
  const { verdicts } = filter
  const onlyFailures = verdicts.length === 1 && verdicts[0] === 'fail'
  const hasSpan = filter.from !== null || filter.to !== null
  const since = (span: string) => (): void => setQuery(withSince(query, tokens, span))

  useAction(query === '' ? null : { id: 'filter.clear', run: () => setQuery('') })
  useAction({
    id: 'filter.failures',
    title: onlyFailures ? w.everyVerdict : w.onlyFailures,
    run: () => setQuery(withVerdicts(query, tokens, onlyFailures ? [] : ['fail'])),
  })
  useAction({ id: 'filter.everything', run: () => setQuery(withEverything(query, tokens)) })
  useAction({ id: 'filter.since.15m', run: since('15m') })
  useAction({ id: 'filter.since.1h', run: since('1h') })
  useAction({ id: 'filter.since.1d', run: since('1d') })
  useAction({ id: 'filter.since.7d', run: since('7d') })
  useAction(
    hasSpan ? { id: 'filter.allTimes', run: () => setQuery(withoutKeys(query, tokens, ['since', 'until'])) } : null,
  )
  useAction({ id: 'list.next', run: () => moveInList(1) })
  useAction({ id: 'list.previous', run: () => moveInList(-1) })
  useAction({ id: 'list.first', run: () => moveInList(-Infinity) })
  useAction({ id: 'list.last', run: () => moveInList(Infinity) })
}
