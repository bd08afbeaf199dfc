import { useChosenEndpoint } from '../lib/dashboard.ts'
import { useClient, useConnection } from '../lib/inspector.tsx'
import { useAction } from '../lib/keys.ts'
import { say, undoNewest } from '../lib/messages.ts'
import { navigate, type View } from '../lib/navigation.ts'
import { useSettings } from '../lib/settings.ts'
import { sendTestPostback } from '../lib/test-postback.ts'
import { NAVIGATION } from './sidebar.tsx'
import type { Theme } from './theme.ts'

const NEXT_THEME: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' }

/** What can be done from every view. Draws nothing. */
export function GlobalActions({ onPalette, onKeys }: { onPalette: () => void; onKeys: () => void }) {
  const client = useClient()
  const connected = useConnection() === 'connected'
  const endpoint = useChosenEndpoint()
  const [settings, changeSettings] = useSettings()
  const { theme } = settings.screen

  const test = async (): Promise<void> => {
    const result = endpoint && (await sendTestPostback(client, endpoint.id))
    if (result) say(result.sentence, { severity: result.ok ? 'info' : 'error' })
  }

  useAction({ id: 'palette.open', title: 'Find a command', key: 'mod+k', group: 'Everywhere', run: onPalette })
  useAction({ id: 'keys.show', title: 'Show all keys', key: '?', group: 'Everywhere', run: onKeys })
  useAction({
    id: 'test.send',
    title: 'Send a test postback',
    key: 't',
    group: 'Everywhere',
    run: () => {
      if (connected) void test()
      else say('The connection to the inspector is lost: nothing was sent.', { severity: 'error', subject: 'test' })
    },
  })
  useAction({
    id: 'change.undo',
    title: 'Undo the last change',
    key: 'mod+z',
    group: 'Everywhere',
    run: () => {
      if (!undoNewest()) say('There is nothing to undo.', { subject: 'undo' })
    },
  })
  useAction({
    id: 'theme.next',
    title: `Change the theme (now ${theme})`,
    key: 'shift+d',
    group: 'Everywhere',
    run: () => {
      const next = NEXT_THEME[theme]
      void changeSettings((all) => ({ ...all, screen: { ...all.screen, theme: next } }))
      say(`Theme: ${next}.`, { subject: 'theme' })
    },
  })
  return NAVIGATION.map(({ view, label, key }) => <GoTo key={view} view={view} label={label} combo={key} />)
}

function GoTo({ view, label, combo }: { view: View; label: string; combo: string }) {
  useAction({
    id: `view.${view}`,
    title: `Go to ${label}`,
    key: view === 'settings' ? [combo, 'mod+,'] : combo,
    group: 'Views',
    run: () => navigate(view),
  })
  return null
}
