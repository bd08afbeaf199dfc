import type { Expectation } from '../../../core/expectation.ts'
import { describeOutcome, outcomeWord } from '../../../core/expectation-words.ts'
import { visibleText } from '../../../core/visible.ts'
import { words } from '../../../words/words.ts'
import { useOnEvent } from '../../lib/inspector.tsx'
import { say } from '../../lib/messages.ts'
import { useRoute } from '../../lib/navigation.ts'
import { announce } from '../../ui/live-region.tsx'

const LONGEST_SHOWN = 60
/** What is brought back by an undo ended long ago. */
const FRESH_MS = 5_000

/** Says in every view what became of an expectation; where it is to be seen, to screen readers alone. Draws nothing. */
export function OutcomeNews() {
  const { view } = useRoute()
  useOnEvent('expectation.changed', ({ changed }) => {
    for (const expectation of changed) {
      const { outcome, id } = expectation
      if (outcome.state === 'pending' || outcome.state === 'cancelled' || Date.now() - outcome.endedAt > FRESH_MS)
        continue
      if (view === 'verify') announce(`${headline(expectation)}. ${describeOutcome(expectation)}`)
      else say(words().verify.news(headline(expectation)), { subject: `expectation ${id}` })
    }
  })
  return null
}

function headline({ outcome, userId, amount }: Expectation): string {
  return `${outcomeWord(outcome.state)}: ${short(userId)}, ${short(amount)}`
}

const short = (text: string): string =>
  visibleText(text.slice(0, LONGEST_SHOWN)) + (text.length > LONGEST_SHOWN ? '…' : '')
