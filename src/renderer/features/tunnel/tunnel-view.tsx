import { words } from '../../../words/words.ts'
import { useOverview } from '../../lib/inspector.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { OutageHistory } from './outage-history.tsx'
import { StateGuide } from './state-guide.tsx'
import { TunnelForm } from './tunnel-form.tsx'
import { TunnelState } from './tunnel-state.tsx'

/** How the outside reaches this inspector: its state, what it rests on, and what can be set. */
export function TunnelView() {
  const w = words().tunnel
  const { tunnel } = useOverview()
  return (
    <Page title={w.title}>
      <TunnelState tunnel={tunnel} />
      <Section title={w.provider.title} description={w.provider.description}>
        <TunnelForm />
      </Section>
      <Section title={w.outages.title} description={w.outages.description}>
        <OutageHistory />
      </Section>
      <Section title={w.states}>
        <StateGuide current={tunnel.state} />
      </Section>
    </Page>
  )
}
