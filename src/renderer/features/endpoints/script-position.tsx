import type { EndpointConfig } from '../../../core/endpoint.ts'
import { stepAt } from '../../../core/reply-script.ts'
import { words } from '../../../words/words.ts'

/** Where a running script stands, in a sentence. */
export function ScriptPosition({ script, given }: { script: EndpointConfig['replyScript']; given: number }) {
  const w = words().endpoints.script
  const next = stepAt(script, given)
  return (
    <output aria-label={w.position} className="text-s">
      {w.given(given)}{' '}
      <strong className="font-semibold">{next === null ? w.over : w.next(next + 1, script.steps.length)}</strong>
    </output>
  )
}
