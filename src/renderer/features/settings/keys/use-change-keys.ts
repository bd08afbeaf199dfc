import type { KeySettings } from '../../../../core/key-settings.ts'
import { useInspector, useOverview } from '../../../lib/inspector.tsx'
import { say } from '../../../lib/messages.ts'
import { saveSettings } from '../../../lib/settings.ts'

const SUBJECT = 'settings keys'

/** Changes the keys, on top of whatever is on its way, shows it at once and offers the way back. */
export function useChangeKeys(): (change: (keys: KeySettings) => KeySettings) => Promise<void> {
  const inspector = useInspector()
  const { keys: before } = useOverview().settings
  const save = async (change: (keys: KeySettings) => KeySettings, done: string, undo?: () => void): Promise<void> => {
    const failure = await saveSettings(inspector, (all) => ({ ...all, keys: change(all.keys) }), { ahead: true })
    if (failure) say(`The keys are as they were: ${failure.message}`, { severity: 'error', subject: SUBJECT })
    else say(done, { subject: SUBJECT, ...(undo ? { action: { label: 'Undo', run: undo } } : {}) })
  }
  const undo = (): void => void save(() => before, 'The keys are as they were before.')
  return (change) => save(change, 'The keys are changed.', undo)
}
