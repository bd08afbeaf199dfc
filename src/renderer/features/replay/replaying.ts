import { TO_RECEIVER } from '../../lib/destination.ts'
import { createExternalStore } from '../../lib/external-store.ts'

/** Where replays went last: the next dialog begins there. */
export const replayDestination = createExternalStore(TO_RECEIVER)
