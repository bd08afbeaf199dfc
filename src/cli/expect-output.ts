import type { Expectation, FieldDifference } from '../core/expectation.ts'
import { describeDifference, describeOutcome, outcomeWord } from '../core/expectation-words.ts'
import { markedLines } from '../core/marked-text.ts'
import { type Output, printable } from './output.ts'
import { jsonReporter, type ServeReporter, textReporter } from './serve-output.ts'

/** What `expect` says while it waits and at its end. */
export interface ExpectReporter extends ServeReporter {
  armed(expectation: Expectation): void
  /** The same URL is told once. */
  dashboardUrl(url: string): void
  ended(expectation: Expectation): void
}

/** JSON lines: one object a line; the last one is `expectation.ended`. */
export function jsonExpectReporter(output: Output): ExpectReporter {
  const print = (event: Record<string, unknown>): void => {
    output.line(JSON.stringify(event))
  }
  return {
    ...jsonReporter(output),
    armed: ({ userId, amount, armedAt, until }) =>
      print({ event: 'expectation.armed', userId, amount, armedAt: iso(armedAt), until: iso(until) }),
    dashboardUrl: once((url) => print({ event: 'dashboard.url', url })),
    ended: (expectation) => print({ event: 'expectation.ended', ...endedJson(expectation) }),
  }
}

/** For people. */
export function textExpectReporter(output: Output): ExpectReporter {
  return {
    ...textReporter(output),
    armed: ({ userId, amount, armedAt, until }) =>
      output.line(
        `Expects   user id ${printable(userId)}, reward amount ${printable(amount)}, for ${String((until - armedAt) / 1000)} s`,
      ),
    dashboardUrl: once((url) => output.line(`Dashboard ${url}`)),
    ended(expectation) {
      output.line(`${outcomeWord(expectation.outcome.state)}. ${describeOutcome(expectation)}`)
      for (const difference of differencesOf(expectation))
        for (const line of differenceLines(difference)) output.line(line)
      if (expectation.outcome.state !== 'not-listening') return
      for (const { from, to, why } of expectation.outcome.spans) {
        output.line(`  from ${iso(from)} to ${iso(to)}: ${printable(why)}`)
      }
    },
  }
}

/** The outcome as the last JSON line has it; what an outcome does not have is null or empty. */
function endedJson(expectation: Expectation): Record<string, unknown> {
  const { outcome, userId, amount, armedAt, until } = expectation
  const met = outcome.state === 'met' ? outcome.postbackId : null
  return {
    outcome: outcome.state,
    sentence: describeOutcome(expectation),
    userId,
    amount,
    armedAt: iso(armedAt),
    until: iso(until),
    postbackId: outcome.state === 'mismatched' ? outcome.nearest.postbackId : met,
    differences: differencesOf(expectation).map((difference) => ({
      ...difference,
      sentence: describeDifference(difference),
    })),
    spans:
      outcome.state === 'not-listening'
        ? outcome.spans.map((span) => ({ ...span, from: iso(span.from), to: iso(span.to) }))
        : [],
  }
}

function differencesOf({ outcome }: Expectation): readonly FieldDifference[] {
  return outcome.state === 'mismatched' ? outcome.nearest.differences : []
}

function differenceLines(difference: FieldDifference): readonly string[] {
  const name = difference.field === 'user_id' ? 'user id' : 'reward amount'
  const expected = markedLines(difference.expected, difference.expectedMarks)
  const arrived =
    difference.arrived === null ? ['(missing)', ''] : markedLines(difference.arrived, difference.arrivedMarks)
  return [
    `  ${name}`,
    `    expected  ${expected[0]}`,
    `              ${expected[1]}`,
    `    arrived   ${arrived[0] ?? ''}`,
    `              ${arrived[1] ?? ''}`,
  ].map((line) => line.trimEnd())
}

function once(tell: (url: string) => void): (url: string) => void {
  let last: string | null = null
  return (url) => {
    if (url === last) return
    last = url
    tell(url)
  }
}

const iso = (at: number): string => new Date(at).toISOString()
