import { type Action, actions } from './keys.ts'

/** A view that is opened for an action is there well within this time, in ms. */
const WAIT_MS = 3_000

/**
 * Does what the action of this id does; where it is not on the screen, as soon as it is. `onImpossible` where it does not
 * come. Answers with the end of the waiting.
 */
export function runAction(id: string, onImpossible: () => void, waitMs = WAIT_MS): () => void {
  const find = (): Action | undefined => actions.get().findLast((action) => action.id === id)
  const found = find()
  if (found) {
    found.run()
    return () => {}
  }
  const stop = (): void => {
    clearTimeout(timer)
    unsubscribe()
  }
  const timer = setTimeout(() => {
    stop()
    onImpossible()
  }, waitMs)
  const unsubscribe = actions.subscribe(() => {
    if (!find()) return
    stop()
    // Not in the middle of the drawing that has just brought it.
    queueMicrotask(() => find()?.run())
  })
  return stop
}
