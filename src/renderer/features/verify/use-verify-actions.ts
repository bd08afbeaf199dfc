import type { Expectation } from '../../../core/expectation.ts'
import { words } from '../../../words/words.ts'
import type { ExpectationLists } from '../../lib/expectations.ts'
import { useClient } from '../../lib/inspector.tsx'
import { useAction } from '../../lib/keys.ts'
import { say, sentenceOf } from '../../lib/messages.ts'

const SUBJECT = 'expectations'

/** What can be done with expectations, from buttons, keys and the palette alike. */
export function useVerifyActions({ running, ended }: ExpectationLists, focusForm: () => void) {
  const client = useClient()
  const w = words().verify

  const tryTo = async (failed: (why: string) => string, work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      say(failed(sentenceOf(error)), { severity: 'error', subject: SUBJECT })
    }
  }
  const armAgain = ({ id }: Pick<Expectation, 'id'>): void => {
    void tryTo(w.running.notArmed, async () => {
      await client.call('expectation.armAgain', { id })
    })
  }
  const cancel = ({ id }: Pick<Expectation, 'id'>): void => {
    void tryTo(w.running.notCancelled, async () => {
      await client.call('expectation.cancel', { id })
      say(w.running.cancelled, {
        subject: SUBJECT,
        action: { label: w.history.armAgain, run: () => armAgain({ id }) },
      })
    })
  }
  const restore = (ids: readonly string[]): void => {
    void tryTo(w.history.notUndone, async () => {
      await client.call('expectation.restore', { ids })
    })
  }
  const clearEnded = (): void => {
    void tryTo(w.history.notCleared, async () => {
      const { ids } = await client.call('expectation.clearEnded', {})
      say(w.history.cleared(ids.length), {
        subject: SUBJECT,
        ...(ids.length > 0 ? { action: { label: words().ui.undo, run: () => restore(ids) } } : {}),
      })
    })
  }

  const [newestRunning] = running
  const [newestEnded] = ended
  useAction({ id: 'expectation.new', run: focusForm })
  useAction(
    newestRunning
      ? {
          id: 'expectation.cancel',
          run: () => cancel(newestRunning),
        }
      : null,
  )
  useAction(
    newestEnded
      ? {
          id: 'expectation.armAgain',
          run: () => armAgain(newestEnded),
        }
      : null,
  )
  useAction(newestEnded ? { id: 'expectation.clearEnded', run: clearEnded } : null)
  return { armAgain, cancel, clearEnded }
}
