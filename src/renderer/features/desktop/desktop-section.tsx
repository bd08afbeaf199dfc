import type { Settings } from '../../../core/settings.ts'
import { words } from '../../../words/words.ts'
import { useClient, useOverview } from '../../lib/inspector.tsx'
import { say, sentenceOf } from '../../lib/messages.ts'
import { useSettings } from '../../lib/settings.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Section } from '../../ui/section.tsx'
import { useDesktopState } from './use-desktop-state.ts'

const NOTIFY: readonly (keyof Settings['desktop']['notify'])[] = ['failures', 'expectations', 'unreachable']

/** What the desktop app does beside its windows, and whether this desktop lets it. Not there in a browser. */
export function DesktopSection() {
  return useOverview().info.face === 'desktop' ? <DesktopChoices /> : null
}

function DesktopChoices() {
  const w = words().desktop
  const client = useClient()
  const [settings, change] = useSettings()
  const { state, take } = useDesktopState()
  const { closeToTray, notify } = settings.desktop
  const changeDesktop = (part: Partial<Settings['desktop']>): void =>
    void change((all) => ({ ...all, desktop: { ...all.desktop, ...part } }))

  const startAtLogin = async (wanted: boolean): Promise<void> => {
    try {
      const after = await client.call('desktop.startAtLogin', { wanted })
      take(after)
      if (after.startAtLogin.on !== wanted) {
        say(w.notChanged(after.startAtLogin.why), { severity: 'error', subject: 'login' })
      }
    } catch (error) {
      say(sentenceOf(error), { severity: 'error', subject: 'login' })
    }
  }

  const hasTray = state?.tray.available ?? false
  return (
    <Section title={w.title} description={w.description}>
      <Checkbox
        label={w.closeToTray}
        checked={closeToTray}
        // What was chosen elsewhere can be taken back everywhere.
        disabled={!hasTray && !closeToTray}
        hint={trayHint(state?.tray ?? null, closeToTray)}
        onChange={(next) => changeDesktop({ closeToTray: next })}
      />
      <Checkbox
        label={w.startAtLogin}
        checked={state?.startAtLogin.on ?? false}
        disabled={!(state?.startAtLogin.changeable ?? false)}
        hint={state?.startAtLogin.why ?? w.asking}
        onChange={(wanted) => void startAtLogin(wanted)}
      />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2">
          <span className="font-medium">{w.notifications}</span>
          <span className="block text-s text-muted">{state?.notifications.why ?? w.asking}</span>
        </legend>
        {NOTIFY.map((topic) => (
          <Checkbox
            key={topic}
            label={w.topics[topic]}
            checked={notify[topic]}
            disabled={!(state?.notifications.available ?? false)}
            onChange={(wanted) => changeDesktop({ notify: { ...notify, [topic]: wanted } })}
          />
        ))}
      </fieldset>
    </Section>
  )
}

function trayHint(tray: { readonly available: boolean; readonly why: string } | null, chosen: boolean): string {
  const w = words().desktop
  if (tray === null) return w.asking
  if (tray.available) return w.trayQuit(tray.why)
  return chosen ? w.trayNotFollowed(tray.why) : tray.why
}
