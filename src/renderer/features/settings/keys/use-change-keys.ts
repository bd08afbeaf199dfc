import type { KeySettings } from '../../../../core/key-settings.ts'
import { words } from '../../../../words/words.ts'
import { useInspector, useOverview } from '../../../lib/inspector.tsx'
import { say } from '../../../lib/messages.ts'
import { saveSettings } from '../../../lib/settings.ts'

const SUBJECT = 'settings keys'

/** Changes the keys, on top of whatever is on its way, shows it at once and offers the way back. */
export function useChangeKeys(): (change: (keys: KeySettings) => KeySettings) => Promise<void> {
  const w = words().keys.messages
  const inspector = useInspector()
  const { keys: before } = useOverview().settings
  const save = async (change: (keys: KeySettings) => KeySettings, done: string, undo?: () => void): Promise<void> => {
    const saving = saveSettings(inspector, (all) => ({ ...all, keys: change(all.keys) }), { ahead: true })
    // Told when it is shown, ahead of the host: an undo right after it must not reach the change before.
    say(done, { subject: SUBJECT, ...(undo ? { action: { label: words().ui.undo, run: undo } } : {}) })
    const failure = await saving
    if (failure) say(w.failed(failure.message), { severity: 'error', subject: SUBJECT })
  }
  const undo = (): void => void save(() => before, w.undone)
  return (change) => save(change, w.changed, undo)
}
