import type { FieldDifference } from '../../../core/expectation.ts'
import { describeDifference } from '../../../core/expectation-words.ts'
import { hashOf } from '../../lib/navigation.ts'
import { MarkedText } from '../../ui/marked-text.tsx'

const FIELD_WORDS: Record<FieldDifference['field'], string> = { user_id: 'User id', reward_amount: 'Reward amount' }

/** Each field that differs: the cause in a sentence, then both texts with the characters that differ marked. */
export function DifferenceView({ differences }: { differences: readonly FieldDifference[] }) {
  return (
    <div className="flex flex-col gap-2">
      {differences.map((difference) => (
        <section key={difference.field} aria-label={`${FIELD_WORDS[difference.field]} differs`}>
          <p>{describeDifference(difference)}</p>
          <dl className="mt-1 grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-2 rounded-m bg-sunken px-2 py-1">
            <dt className="text-s text-muted">Expected</dt>
            <dd>
              <MarkedText text={difference.expected} marks={difference.expectedMarks} tone="wanted" />
            </dd>
            <dt className="text-s text-muted">Arrived</dt>
            <dd>
              {difference.arrived === null ? (
                <span className="text-fail italic">missing</span>
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
      postback {id}
    </a>
  )
}
