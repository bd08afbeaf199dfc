import { causesOf } from './difference-cause.ts'
import type { DifferenceCause, Expectation, FieldDifference } from './expectation.ts'
import { editDistance } from './nearest.ts'
import type { PostbackSummary } from './postback.ts'
import { alignTexts } from './text-alignment.ts'

type Expected = Pick<Expectation, 'endpointId' | 'userId' | 'amount'>
type Span = Pick<Expectation, 'armedAt' | 'until'>
/** What is looked at of an arrival. */
export type Arrival = Pick<PostbackSummary, 'id' | 'receivedAt' | 'kind' | 'endpointId' | 'userId' | 'rewardAmount'>

/** How an arrival compares. `distance` orders those that resemble the expectation: less is closer, never 0. */
export interface Comparison {
  readonly differences: readonly FieldDifference[]
  readonly distance: number
  /** `in-part`: one field is right and the other wholly another, which may be chance; `not`: neither is like it. */
  readonly resembles: 'closely' | 'in-part' | 'not'
}

/** How far a field is off. Edits within it are added, so each step is larger than the most that are counted. */
const EXPLAINED = 100
const BROKEN = 200
const CLOSE = 300
const FAR = 1_000
const MOST_EDITS = 20

/** Arrived in its time, on its endpoint, as a postback: probes and noise never count. */
export function concerns(expectation: Expected & Span, arrival: Arrival): boolean {
  return (
    arrival.kind === 'postback' &&
    arrival.endpointId === expectation.endpointId &&
    arrival.receivedAt >= expectation.armedAt &&
    arrival.receivedAt <= expectation.until
  )
}

/** The decoded user id and the amount's text are exactly the expected ones. */
export function isExact(expected: Expected, arrival: Arrival): boolean {
  return arrival.userId === expected.userId && arrival.rewardAmount === expected.amount
}

/** Compares an arrival that is not exactly what was expected. Null where it is. */
export function compareArrival(expected: Expected, arrival: Arrival): Comparison | null {
  if (isExact(expected, arrival)) return null
  const { userId, amount } = expected
  const isSwapped = arrival.userId === amount && arrival.rewardAmount === userId
  const differences: FieldDifference[] = []
  if (arrival.userId !== userId) differences.push(difference('user_id', userId, arrival.userId, isSwapped))
  if (arrival.rewardAmount !== amount) {
    differences.push(difference('reward_amount', amount, arrival.rewardAmount, isSwapped))
  }
  const distances = differences.map(distanceOf)
  return {
    differences,
    distance: distances.reduce((sum, distance) => sum + distance, 0),
    resembles: resemblance(differences, distances),
  }
}

/** The right user makes a relative of any amount; the right amount alone may be chance. */
function resemblance(differences: readonly FieldDifference[], distances: readonly number[]): Comparison['resembles'] {
  if (distances.some((distance) => distance < FAR)) return 'closely'
  if (differences.length > 1) return 'not'
  return differences[0]?.field === 'reward_amount' ? 'closely' : 'in-part'
}

function difference(
  field: FieldDifference['field'],
  expected: string,
  arrived: string | null,
  isSwapped: boolean,
): FieldDifference {
  const causes: readonly DifferenceCause[] = isSwapped ? ['swapped'] : causesOf(field, expected, arrived)
  const marks = alignTexts(expected, arrived ?? '')
  return { field, expected, arrived, causes, expectedMarks: marks.expected, arrivedMarks: marks.arrived }
}

function distanceOf({ expected, arrived, causes }: FieldDifference): number {
  const [cause] = causes
  if (cause === 'missing' || cause === 'empty' || cause === 'macro-not-replaced') return BROKEN
  const longest = Math.max(expected.length, arrived?.length ?? 0)
  const edits = longest > 200 ? MOST_EDITS : Math.min(MOST_EDITS, editDistance(expected, arrived ?? '', MOST_EDITS - 1))
  if (cause !== 'another-value') return EXPLAINED * causes.length + edits
  // A third of a text may differ before it is another one.
  return edits < MOST_EDITS && edits * 3 <= longest ? CLOSE + edits : FAR + edits
}
