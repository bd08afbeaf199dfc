import type { ReactNode } from 'react'
import { words } from '../../../words/words.ts'
import { useOverview } from '../../lib/inspector.tsx'
import { useSettings } from '../../lib/settings.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { AppearanceSection } from './appearance-section.tsx'
import { FolderRow } from './folder-row.tsx'
import { KeysSection } from './keys/keys-section.tsx'
import { ReceiverBounds } from './receiver-bounds.tsx'
import { ReceiverForm } from './receiver-form.tsx'

/** `desktop` and `history` are other features' sections: tray and notifications; archives. */
export function SettingsView({ desktop, history }: { desktop: ReactNode; history: ReactNode }) {
  const w = words().settings
  const { info } = useOverview()
  const [settings, change] = useSettings()
  return (
    <Page title={w.title}>
      <Section title={w.receiver.title} description={w.receiver.description}>
        <ReceiverForm />
        <ReceiverBounds />
      </Section>
      <AppearanceSection />
      <KeysSection />
      {desktop}
      <Section title={w.data.title} description={w.data.description}>
        <FolderRow folder="data" path={info.dataFolder} />
      </Section>
      {history}
      <Section title={w.log.title} description={w.log.description}>
        <FolderRow folder="logs" path={info.logFolder} />
        <Checkbox
          label={w.log.rawValues}
          hint={w.log.rawValuesHint}
          checked={settings.log.rawValues}
          onChange={(rawValues) => void change((all) => ({ ...all, log: { ...all.log, rawValues } }))}
        />
      </Section>
      <Section title={w.about.title}>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
          <dt className="text-muted">{w.about.version}</dt>
          <dd>{info.version}</dd>
          <dt className="text-muted">{w.about.runsAs}</dt>
          <dd>{w.about.faces[info.face]}</dd>
          <dt className="text-muted">{w.about.system}</dt>
          <dd>{info.platform}</dd>
          <dt className="text-muted">{w.about.runtime}</dt>
          <dd>{info.runtime}</dd>
        </dl>
      </Section>
    </Page>
  )
}
