import { type ReactNode, useState } from 'react'
import { useAction } from '../../lib/keys.ts'
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
  useAction({ id: 'simulator.compose', run: () => setPart('compose') })
  useAction(conformance === null ? null : { id: 'simulator.conformance', run: () => setPart('conformance') })
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
