import { Page } from '../../ui/page.tsx'

export function VerifyView() {
  return <Page title="Verify">{null}</Page>
}
