import type { EndpointConfig } from '../../../core/endpoint.ts'
import { stepAt } from '../../../core/reply-script.ts'
import { formatPlural } from '../../lib/format.ts'

/** Where a running script stands, in a sentence. */
export function ScriptPosition({ script, given }: { script: EndpointConfig['replyScript']; given: number }) {
  const next = stepAt(script, given)
  return (
    <output aria-label="Where the script stands" className="text-s">
      {given === 0 ? 'No postback has been answered yet.' : `${formatPlural(given, 'postback')} answered.`}{' '}
      <strong className="font-semibold">
        {next === null
          ? 'The script is over: the next one gets the reply above.'
          : `The next one gets step ${String(next + 1)} of ${String(script.steps.length)}.`}
      </strong>
    </output>
  )
}
