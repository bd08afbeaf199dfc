import { useOverview } from '../../lib/inspector.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { OutageHistory } from './outage-history.tsx'
import { StateGuide } from './state-guide.tsx'
import { TunnelForm } from './tunnel-form.tsx'
import { TunnelState } from './tunnel-state.tsx'

/** How the outside reaches this inspector: its state, what it rests on, and what can be set. */
export function TunnelView() {
  const { tunnel } = useOverview()
  return (
    <Page title="Tunnel">
      <TunnelState tunnel={tunnel} />
      <Section title="Provider" description="Only the receiver’s port is ever exposed, never this screen.">
        <TunnelForm />
      </Section>
      <Section
        title="Times nobody could reach us"
        description="In the last seven days; they are shaded in the list too."
      >
        <OutageHistory />
      </Section>
      <Section title="What the states mean">
        <StateGuide current={tunnel.state} />
      </Section>
    </Page>
  )
}
