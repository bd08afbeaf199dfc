import type { CallError } from '../../contract/errors.ts'
import type { Settings } from '../../core/settings.ts'
import { words } from '../../words/words.ts'
import { useInspector, useOverview } from './inspector.tsx'
import { say } from './messages.ts'
import { saveSettings } from './settings.ts'

/**
 * Puts one part of the settings in force and offers the way back. Answers with the failure, whose issues belong
 * beside the fields; nothing was changed then.
 */
export function useApplySettings<K extends keyof Settings>(
  part: K,
  told: string,
): (value: Settings[K]) => Promise<CallError | null> {
  const { settings } = useOverview()
  const inspector = useInspector()
  const save = (value: Settings[K]): Promise<CallError | null> =>
    saveSettings(inspector, (all) => ({ ...all, [part]: value }), { ahead: false })
  return async (value) => {
    const before = settings[part]
    if (JSON.stringify(before) === JSON.stringify(value)) return null
    const failure = await save(value)
    if (failure) return failure
    const subject = `settings ${part}`
    const undo = async (): Promise<void> => {
      const refused = await save(before)
      if (refused) say(words().ui.saving.notUndone(refused.message), { severity: 'error', subject })
      else say(words().ui.saving.settingsAsBefore, { subject })
    }
    say(told, { subject, action: { label: words().ui.undo, run: () => void undo() } })
    return null
  }
}
