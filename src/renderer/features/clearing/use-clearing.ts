import type { RemovalSelection } from '../../../core/clearing.ts'
import { words } from '../../../words/words.ts'
import { useClient } from '../../lib/inspector.tsx'
import { say, sentenceOf } from '../../lib/messages.ts'
import { CLEARING } from './clearing-state.ts'

/** What can be done about removing requests. Each says what went wrong. */
export interface ClearingCommands {
  /** Begins after a while; until then the newest message, and its key, take it back. */
  readonly remove: (selection: RemovalSelection, total: number | undefined) => Promise<void>
  readonly hurry: () => void
  /** Takes back what waits, or stops what runs. */
  readonly stop: () => void
}

export function useClearing(): ClearingCommands {
  const client = useClient()
  const told = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => say(sentenceOf(error), { severity: 'error', subject: CLEARING }))
  }
  const stop = (): void => told(client.call('history.stopClearing', {}))
  const undo = async (): Promise<void> => {
    try {
      await client.call('history.stopClearing', {})
      say(words().clearing.nothingRemoved, { subject: CLEARING })
    } catch (error) {
      say(words().clearing.notUndone(sentenceOf(error)), { severity: 'error', subject: CLEARING })
    }
  }
  return {
    async remove(selection, total) {
      try {
        const clearing = await client.call('history.clear', { selection, total })
        if (clearing.state !== 'waiting') return
        say(words().clearing.willBeRemoved(clearing.total), {
          subject: CLEARING,
          action: { label: words().ui.undo, run: () => void undo() },
        })
      } catch (failure) {
        say(words().clearing.nothingRemovedFor(sentenceOf(failure)), { severity: 'error', subject: CLEARING })
      }
    },
    hurry: () => told(client.call('history.clearNow', {})),
    stop,
  }
}
