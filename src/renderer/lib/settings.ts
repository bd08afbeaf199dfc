import type { Client } from '../../contract/client.ts'
import { CallError } from '../../contract/errors.ts'
import type { Settings } from '../../core/settings.ts'
import { words } from '../../words/words.ts'
import { type Inspector, useInspector, useOverview } from './inspector.tsx'
import { say } from './messages.ts'

/** Made more than once, of what is shown and of what the host has confirmed: the same must come of it each time. */
export type SettingsChange = (settings: Settings) => Settings

/** Changes under way of one client: they reach the host one after the other, each on top of what it confirmed. */
interface SaveQueue {
  tail: Promise<unknown>
  waiting: number
  confirmed: Settings
}

const queues = new WeakMap<Client, SaveQueue>()

/**
 * Saves a change of the settings; answers with the failure, after which everything is as before. With `ahead` it is
 * shown before the host has confirmed it.
 */
export async function saveSettings(
  { client, store }: Inspector,
  change: SettingsChange,
  options: { readonly ahead: boolean },
): Promise<CallError | null> {
  const shown = store.get().overview?.settings
  if (!shown) return new CallError('unavailable', words().ui.saving.settingsNotLoaded)
  const queue = queues.get(client) ?? { tail: Promise.resolve(), waiting: 0, confirmed: shown }
  queues.set(client, queue)
  if (queue.waiting === 0) queue.confirmed = shown
  queue.waiting += 1
  // The host's word on an earlier change would flicker over a later one.
  store.holdSettings(true)
  if (options.ahead) store.patch((overview) => ({ ...overview, settings: change(overview.settings) }))

  const saved = queue.tail.then(async () => {
    queue.confirmed = await client.call('settings.save', { settings: change(queue.confirmed) })
  })
  queue.tail = saved.catch(() => null)
  try {
    await saved
    return null
  } catch (error) {
    return error instanceof CallError ? error : new CallError('internal', words().ui.saving.settingsNotSaved)
  } finally {
    queue.waiting -= 1
    if (queue.waiting === 0) {
      store.holdSettings(false)
      store.patch((overview) => ({ ...overview, settings: queue.confirmed }))
    }
  }
}

/** The settings, and a way to change them: shown at once, taken back and told where the change fails. */
export function useSettings(): [Settings, (change: SettingsChange) => Promise<void>] {
  const { settings } = useOverview()
  const inspector = useInspector()
  return [
    settings,
    async (change) => {
      const failure = await saveSettings(inspector, change, { ahead: true })
      if (failure) say(words().ui.saving.notSaved(failure.message), { severity: 'error' })
    },
  ]
}

/**
 * Chooses the language. Not shown ahead: once the host has confirmed it, what the host says is in it too. Tells where it
 * fails.
 */
export function useChooseLanguage(): (language: Settings['screen']['language']) => Promise<void> {
  const inspector = useInspector()
  return async (language) => {
    const choose: SettingsChange = (all) => ({ ...all, screen: { ...all.screen, language } })
    const failure = await saveSettings(inspector, choose, { ahead: false })
    if (failure) say(words().ui.saving.notSaved(failure.message), { severity: 'error' })
  }
}
