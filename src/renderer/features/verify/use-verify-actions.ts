import type { Expectation } from '../../../core/expectation.ts'
import type { ExpectationLists } from '../../lib/expectations.ts'
import { formatPlural } from '../../lib/format.ts'
import { useClient } from '../../lib/inspector.tsx'
import { useAction } from '../../lib/keys.ts'
import { say, sentenceOf } from '../../lib/messages.ts'

const SUBJECT = 'expectations'

/** What can be done with expectations, from buttons, keys and the palette alike. */
export function useVerifyActions({ running, ended }: ExpectationLists, focusForm: () => void) {
  const client = useClient()

  const tryTo = async (what: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      say(`${what}: ${sentenceOf(error)}`, { severity: 'error', subject: SUBJECT })
    }
  }
  const armAgain = ({ id }: Pick<Expectation, 'id'>): void => {
    void tryTo('Not armed', async () => {
      await client.call('expectation.armAgain', { id })
    })
  }
  const cancel = ({ id }: Pick<Expectation, 'id'>): void => {
    void tryTo('Not cancelled', async () => {
      await client.call('expectation.cancel', { id })
      say('The expectation is cancelled.', {
        subject: SUBJECT,
        action: { label: 'Arm again', run: () => armAgain({ id }) },
      })
    })
  }
  const restore = (ids: readonly string[]): void => {
    void tryTo('Not undone', async () => {
      await client.call('expectation.restore', { ids })
    })
  }
  const clearEnded = (): void => {
    void tryTo('Not cleared', async () => {
      const { ids } = await client.call('expectation.clearEnded', {})
      say(`${formatPlural(ids.length, 'ended expectation')} cleared.`, {
        subject: SUBJECT,
        ...(ids.length > 0 ? { action: { label: 'Undo', run: () => restore(ids) } } : {}),
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
