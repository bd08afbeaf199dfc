import type { SendRun } from '../../../core/sending.ts'
import { createExternalStore } from '../../lib/external-store.ts'

/** The newest composed run, kept while the screen is open. */
export const composedRun = createExternalStore<SendRun | null>(null)
