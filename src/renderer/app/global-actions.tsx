import { words } from '../../words/words.ts'
import { useChosenEndpoint } from '../lib/dashboard.ts'
import { useClient, useConnection, useOverview } from '../lib/inspector.tsx'
import { useAction } from '../lib/keys.ts'
import { messages, say, undoNewest, unsay } from '../lib/messages.ts'
import { navigate, VIEWS, type View } from '../lib/navigation.ts'
import { useChooseLanguage, useSettings } from '../lib/settings.ts'
import { sendTestPostback } from '../lib/test-postback.ts'
import { announce } from '../ui/live-region.tsx'
import type { Theme } from './theme.ts'

const NEXT_THEME: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' }

/** What can be done from every view. Draws nothing. */
export function GlobalActions({ onPalette, onKeys }: { onPalette: () => void; onKeys: () => void }) {
  const w = words().shell.commands
  const client = useClient()
  const connected = useConnection() === 'connected'
  const endpoint = useChosenEndpoint()
  const { endpoints } = useOverview()
  const [settings, changeSettings] = useSettings()
  const { theme, density } = settings.screen
  const { single } = settings.keys

  const test = async (): Promise<void> => {
    const result = endpoint && (await sendTestPostback(client, endpoint.id))
    if (result) say(result.sentence, { severity: result.ok ? 'info' : 'error' })
  }

  useAction({ id: 'palette.open', run: onPalette })
  useAction({ id: 'keys.show', run: onKeys })
  useAction({
    id: 'test.send',
    run: () => {
      if (connected) void test()
      else say(w.notSent, { severity: 'error', subject: 'test' })
    },
  })
  useAction({
    id: 'change.undo',
    run: () => {
      if (!undoNewest()) say(w.nothingToUndo, { subject: 'undo' })
    },
  })
  const chooseTheme = (next: Theme): void => {
    void changeSettings((all) => ({ ...all, screen: { ...all.screen, theme: next } }))
    say(w.themeChosen[next], { subject: 'theme' })
  }
  useAction({
    id: 'theme.next',
    title: w.changeTheme[theme],
    run: () => chooseTheme(NEXT_THEME[theme]),
  })
  useAction({ id: 'theme.system', run: () => chooseTheme('system') })
  useAction({ id: 'theme.light', run: () => chooseTheme('light') })
  useAction({ id: 'theme.dark', run: () => chooseTheme('dark') })
  const chooseLanguage = useChooseLanguage()
  useAction({ id: 'language.system', run: () => void chooseLanguage('system') })
  useAction({ id: 'language.en', run: () => void chooseLanguage('en') })
  useAction({ id: 'language.de', run: () => void chooseLanguage('de') })
  useAction({
    id: 'density.next',
    title: density === 'compact' ? w.higherRows : w.lowerRows,
    run: () => {
      const next = density === 'compact' ? 'comfortable' : 'compact'
      void changeSettings((all) => ({ ...all, screen: { ...all.screen, density: next } }))
      say(w.densityChosen[next], { subject: 'density' })
    },
  })
  useAction({ id: 'guide.open', run: () => navigate('help', 'guide') })
  useAction({ id: 'keys.change', run: () => navigate('settings', 'keys') })
  useAction({
    id: 'keys.single',
    title: single ? w.lettersOff : w.lettersOn,
    run: () => {
      void changeSettings((all) => ({ ...all, keys: { ...all.keys, single: !single } }))
      say(single ? w.lettersAreOff : w.lettersAreOn, { subject: 'keys' })
    },
  })
  useAction({
    id: 'message.dismiss',
    run: () => {
      const newest = messages.get().at(-1)
      if (newest) unsay(newest.id)
      else announce(w.noMessage)
    },
  })
  return (
    <>
      {VIEWS.map((view) => (
        <GoTo key={view} view={view} />
      ))}
      {endpoints.map(({ id, name }) => (
        <EditEndpoint key={id} id={id} name={name} />
      ))}
    </>
  )
}

function GoTo({ view }: { view: View }) {
  useAction({ id: `view.${view}`, run: () => navigate(view) })
  return null
}

/** Made of the user's data, and so found by its name alone. */
function EditEndpoint({ id, name }: { id: string; name: string }) {
  const w = words().shell.commands
  useAction({
    id: `endpoint.edit:${id}`,
    title: w.editEndpoint(name),
    group: words().actions.groups.endpoints,
    words: w.editEndpointWords,
    run: () => navigate('endpoints', id),
  })
  return null
}
