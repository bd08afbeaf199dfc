import { type ReactNode, useState } from 'react'
import { Page } from '../../ui/page.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { ComposeView } from './compose-view.tsx'

const PARTS = [
  { value: 'compose', label: 'Compose' },
  { value: 'conformance', label: 'Conformance' },
] as const

/** Sends what Adjump would: composed by hand, or the whole library as a check of a backend (`conformance`). */
export function SimulatorView({ conformance }: { conformance: ReactNode }) {
  const [part, setPart] = useState<'compose' | 'conformance'>('compose')
  return (
    <Page
      title="Simulator"
      actions={
        conformance !== null && <Segmented label="Simulator part" value={part} options={PARTS} onChange={setPart} />
      }
    >
      {part === 'compose' || conformance === null ? <ComposeView /> : conformance}
    </Page>
  )
}
