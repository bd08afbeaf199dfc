import { type ReactNode, useState } from 'react'
import { words } from '../../../words/words.ts'
import { useAction } from '../../lib/keys.ts'
import { Page } from '../../ui/page.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { ComposeView } from './compose-view.tsx'

const PARTS = ['compose', 'conformance'] as const

/** Sends what Adjump would: composed by hand, or the whole library as a check of a backend (`conformance`). */
export function SimulatorView({ conformance }: { conformance: ReactNode }) {
  const [part, setPart] = useState<(typeof PARTS)[number]>('compose')
  useAction({ id: 'simulator.compose', run: () => setPart('compose') })
  useAction(conformance === null ? null : { id: 'simulator.conformance', run: () => setPart('conformance') })
  const w = words().simulator
  return (
    <Page
      title={w.title}
      actions={
        conformance !== null && (
          <Segmented
            label={w.part}
            value={part}
            options={PARTS.map((value) => ({ value, label: w.parts[value] }))}
            onChange={setPart}
          />
        )
      }
    >
      {part === 'compose' || conformance === null ? <ComposeView /> : conformance}
    </Page>
  )
}
