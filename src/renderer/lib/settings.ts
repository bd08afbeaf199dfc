import { CallError } from '../../contract/errors.ts'
import type { Settings } from '../../core/settings.ts'
import { type Inspector, useInspector, useOverview } from './inspector.tsx'
import { say } from './messages.ts'

export type SettingsChange = (settings: Settings) => Settings

/** Saves under way of one inspector, so that they reach the host in order and the newest one stands. */
interface SaveQueue {
  tail: Promise<unknown>
  waiting: number
  /** What the host last confirmed, while saves are under way. */
  confirmed: Settings | null
}

const queues = new WeakMap<Inspector['client'], SaveQueue>()

async function saveSettings({ client, store }: Inspector, change: SettingsChange): Promise<CallError | null> {
  const before = store.get().overview?.settings
  if (!before) return new CallError('unavailable', 'The settings are not loaded yet.')
  const queue = queues.get(client) ?? { tail: Promise.resolve(), waiting: 0, confirmed: null }
  queues.set(client, queue)
  if (queue.waiting === 0) queue.confirmed = before
  const wanted = change(before)
  queue.waiting += 1
  store.holdSettings(true)
  store.patch((overview) => ({ ...overview, settings: wanted }))

  const saved = queue.tail.then(() => client.call('settings.save', { settings: wanted }))
  queue.tail = saved.catch(() => null)
  try {
    queue.confirmed = await saved
    return null
  } catch (error) {
    return error instanceof CallError ? error : new CallError('internal', 'The settings could not be saved.')
  } finally {
    queue.waiting -= 1
    if (queue.waiting === 0) {
      store.holdSettings(false)
      const { confirmed } = queue
      if (confirmed) store.patch((overview) => ({ ...overview, settings: confirmed }))
    }
  }
}

/** Saves a change of the settings, shown at once and taken back where it fails; answers with the failure. */
export function useSaveSettings(): (change: SettingsChange) => Promise<CallError | null> {
  const inspector = useInspector()
  return (change) => saveSettings(inspector, change)
}

/** The settings, and a way to change them: shown at once, taken back and told where the change fails. */
export function useSettings(): [Settings, (change: SettingsChange) => Promise<void>] {
  const { settings } = useOverview()
  const save = useSaveSettings()
  return [
    settings,
    async (change) => {
      const failure = await save(change)
      if (failure) say(`Not saved: ${failure.message}`, { severity: 'error' })
    },
  ]
}
