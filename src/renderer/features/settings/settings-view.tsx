import type { ReactNode } from 'react'
import { useOverview } from '../../lib/inspector.tsx'
import { useSettings } from '../../lib/settings.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { FolderRow } from './folder-row.tsx'
import { KeysSection } from './keys/keys-section.tsx'
import { ReceiverBounds } from './receiver-bounds.tsx'
import { ReceiverForm } from './receiver-form.tsx'

export const THEMES = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

const DENSITIES = [
  { value: 'compact', label: 'Compact' },
  { value: 'comfortable', label: 'Comfortable' },
] as const

/** `desktop` and `history` are other features' sections: tray and notifications; archives. */
export function SettingsView({ desktop, history }: { desktop: ReactNode; history: ReactNode }) {
  const { info } = useOverview()
  const [settings, change] = useSettings()
  return (
    <Page title="Settings">
      <Section title="Receiver" description="Where postbacks arrive on this machine; a tunnel leads here.">
        <ReceiverForm />
        <ReceiverBounds />
      </Section>
      <Section title="Appearance" description="Text follows the zoom: Ctrl or Cmd with + and −.">
        <Segmented
          label="Theme"
          value={settings.screen.theme}
          options={THEMES}
          onChange={(theme) => void change((all) => ({ ...all, screen: { ...all.screen, theme } }))}
        />
        <Segmented
          label="Rows of the list"
          value={settings.screen.density}
          options={DENSITIES}
          onChange={(density) => void change((all) => ({ ...all, screen: { ...all.screen, density } }))}
        />
      </Section>
      <KeysSection />
      {desktop}
      <Section title="Data" description="The whole history and these settings. Nothing leaves this machine.">
        <FolderRow folder="data" path={info.dataFolder} name="data folder" />
      </Section>
      {history}
      <Section
        title="Log"
        description="What happened to the inspector itself, without secrets: for finding out why something went wrong."
      >
        <FolderRow folder="logs" path={info.logFolder} name="logs folder" />
        <Checkbox
          label="Write what arrives into the log as well"
          hint="Every request’s target, and what sentences quote, as it came: user ids and the secret part of a path too."
          checked={settings.log.rawValues}
          onChange={(rawValues) => void change((all) => ({ ...all, log: { ...all.log, rawValues } }))}
        />
      </Section>
      <Section title="About">
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
          <dt className="text-muted">Version</dt>
          <dd>{info.version}</dd>
          <dt className="text-muted">Runs as</dt>
          <dd>{info.face === 'desktop' ? 'Desktop app' : 'Command line, in a browser'}</dd>
          <dt className="text-muted">System</dt>
          <dd>{info.platform}</dd>
          <dt className="text-muted">Runtime</dt>
          <dd>{info.runtime}</dd>
        </dl>
      </Section>
    </Page>
  )
}
