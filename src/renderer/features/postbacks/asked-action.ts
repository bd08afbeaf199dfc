import { useEffect } from 'react'
import { words } from '../../../words/words.ts'
import type { ActionId } from '../../lib/actions/action-table.ts'
import { createExternalStore, useExternalStore } from '../../lib/external-store.ts'
import { say } from '../../lib/messages.ts'
import { runAction } from '../../lib/run-action.ts'

interface Asked {
  readonly postbackId: number
  readonly action: ActionId
  readonly at: number
}

/** Details that come later than this are looked at for another reason. */
const ASKED_FOR_MS = 5_000

const asked = createExternalStore<Asked | null>(null)

/** Does this with a postback as soon as its details are shown: what is done with one is done there. */
export function askOf(postbackId: number, action: ActionId): void {
  asked.set({ postbackId, action, at: Date.now() })
}

/** Stands beside the details; `shownId` is whose are drawn, null while none are. */
export function useAskedAction(shownId: number | null): void {
  const now = useExternalStore(asked)
  // After the actions of these details were registered: theirs are the layout effects.
  useEffect(() => {
    if (now === null || now.postbackId !== shownId) return
    asked.set(null)
    if (Date.now() - now.at > ASKED_FOR_MS) return
    runAction(now.action, () => say(words().shell.menu.impossible, { subject: 'menu' }))
  }, [now, shownId])
}
