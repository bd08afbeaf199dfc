import type { Settings } from '../../../core/settings.ts'
import { useClient, useOverview } from '../../lib/inspector.tsx'
import { say, sentenceOf } from '../../lib/messages.ts'
import { useSettings } from '../../lib/settings.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Section } from '../../ui/section.tsx'
import { useDesktopState } from './use-desktop-state.ts'

const NOTIFY: readonly { readonly topic: keyof Settings['desktop']['notify']; readonly label: string }[] = [
  { topic: 'failures', label: 'A postback failed' },
  { topic: 'expectations', label: 'An expectation was met, or its time is over' },
  { topic: 'unreachable', label: 'Nothing can arrive: the tunnel is lost, or the history cannot be written' },
]

/** What the desktop app does beside its windows, and whether this desktop lets it. Not there in a browser. */
export function DesktopSection() {
  return useOverview().info.face === 'desktop' ? <DesktopChoices /> : null
}

function DesktopChoices() {
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
        say(`Not changed. ${after.startAtLogin.why}`, { severity: 'error', subject: 'login' })
      }
    } catch (error) {
      say(sentenceOf(error), { severity: 'error', subject: 'login' })
    }
  }

  const hasTray = state?.tray.available ?? false
  return (
    <Section
      title="Desktop"
      description="What the app does while you look at something else. It captures all the time."
    >
      <Checkbox
        label="Keep running in the tray when the window is closed"
        checked={closeToTray}
        // What was chosen elsewhere can be taken back everywhere.
        disabled={!hasTray && !closeToTray}
        hint={trayHint(state?.tray ?? null, closeToTray)}
        onChange={(next) => changeDesktop({ closeToTray: next })}
      />
      <Checkbox
        label="Start at login"
        checked={state?.startAtLogin.on ?? false}
        disabled={!(state?.startAtLogin.changeable ?? false)}
        hint={state?.startAtLogin.why ?? 'The system is being asked.'}
        onChange={(wanted) => void startAtLogin(wanted)}
      />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2">
          <span className="font-medium">Notifications</span>
          <span className="block text-s text-muted">{state?.notifications.why ?? 'The system is being asked.'}</span>
        </legend>
        {NOTIFY.map(({ topic, label }) => (
          <Checkbox
            key={topic}
            label={label}
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
  if (tray === null) return 'The system is being asked.'
  if (tray.available) return `${tray.why} “Quit” in its menu, or in the File menu, ends the inspector.`
  return chosen ? `Chosen, but not followed here: closing the window quits. ${tray.why}` : tray.why
}
