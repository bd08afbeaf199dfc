import type { CallError } from '../../contract/errors.ts'
import type { Settings } from '../../core/settings.ts'
import { useOverview } from './inspector.tsx'
import { say } from './messages.ts'
import { useSaveSettings } from './settings.ts'

/**
 * Puts one part of the settings in force and offers the way back. Answers with the failure, whose issues belong
 * beside the fields; nothing was changed then.
 */
export function useApplySettings<K extends keyof Settings>(
  part: K,
  told: string,
): (value: Settings[K]) => Promise<CallError | null> {
  const { settings } = useOverview()
  const save = useSaveSettings()
  return async (value) => {
    const before = settings[part]
    if (JSON.stringify(before) === JSON.stringify(value)) return null
    const failure = await save((all) => ({ ...all, [part]: value }))
    if (failure) return failure
    const undo = async (): Promise<void> => {
      const refused = await save((all) => ({ ...all, [part]: before }))
      say(refused ? `Not undone: ${refused.message}` : 'Undone.', { severity: refused ? 'error' : 'info' })
    }
    say(told, { action: { label: 'Undo', run: () => void undo() } })
    return null
  }
}
