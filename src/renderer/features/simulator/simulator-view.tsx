import { Page } from '../../ui/page.tsx'

export function SimulatorView() {
  return <Page title="Simulator">{null}</Page>
}
