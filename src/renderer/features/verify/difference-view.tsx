import type { FieldDifference } from '../../../core/expectation.ts'
import { describeDifference } from '../../../core/expectation-words.ts'
import { words } from '../../../words/words.ts'
import { hashOf } from '../../lib/navigation.ts'
import { MarkedText } from '../../ui/marked-text.tsx'

/** Each field that differs: the cause in a sentence, then both texts with the characters that differ marked. */
export function DifferenceView({ differences }: { differences: readonly FieldDifference[] }) {
  const w = words().verify.differences
  return (
    <div className="flex flex-col gap-2">
      {differences.map((difference) => (
        <section key={difference.field} aria-label={w.labels[difference.field]}>
          <p>{describeDifference(difference)}</p>
          <dl className="mt-1 grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-2 rounded-m bg-sunken px-2 py-1">
            <dt className="text-s text-muted">{w.expected}</dt>
            <dd>
              <MarkedText text={difference.expected} marks={difference.expectedMarks} tone="wanted" />
            </dd>
            <dt className="text-s text-muted">{w.arrived}</dt>
            <dd>
              {difference.arrived === null ? (
                <span className="text-fail italic">{w.missing}</span>
              ) : (
                <MarkedText text={difference.arrived} marks={difference.arrivedMarks} tone="wrong" />
              )}
            </dd>
          </dl>
        </section>
      ))}
    </div>
  )
}

/** Opens a postback in the list. */
export function PostbackLink({ id }: { id: number }) {
  return (
    <a href={hashOf({ view: 'postbacks', id: String(id) })} className="text-accent underline">
      {words().verify.postback(id)}
    </a>
  )
}
