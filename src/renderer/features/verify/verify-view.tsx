import { type ReactNode, useRef } from 'react'
import { words } from '../../../words/words.ts'
import { useChosenEndpoint } from '../../lib/dashboard.ts'
import { useExpectations } from '../../lib/expectations.ts'
import { useRoute } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { FailedReading } from '../../ui/failed-reading.tsx'
import { Page } from '../../ui/page.tsx'
import { Reading } from '../../ui/reading.tsx'
import { Section } from '../../ui/section.tsx'
import { ArmPanel } from './arm-panel.tsx'
import { HistoryList } from './history-list.tsx'
import { RunningList } from './running-list.tsx'
import { useVerifyActions } from './use-verify-actions.ts'

/**
 * Arm what will be sent, watch it come, and see the difference to the character where another thing came.
 * `renderReport` draws another feature's export over the history; the shell hands it over.
 */
export function VerifyView({ renderReport }: { renderReport?: (expectationIds: readonly string[]) => ReactNode }) {
  const endpoint = useChosenEndpoint()
  const { expectations, loadMore, reload } = useExpectations()
  const userIdField = useRef<HTMLInputElement>(null)
  const lists = expectations.state === 'ready' ? expectations : { running: [], ended: [], next: null }
  const { id: named } = useRoute()
  const isNamedHere = [...lists.running, ...lists.ended].some(({ id }) => id === named)
  const actions = useVerifyActions(lists, () => userIdField.current?.focus())

  const w = words().verify
  return (
    <Page title={w.title}>
      {endpoint && <ArmPanel key={endpoint.id} endpointId={endpoint.id} userIdField={userIdField} />}
      {expectations.state === 'loading' && <Reading what={w.reading} />}
      {expectations.state === 'failed' && <FailedReading sentence={expectations.sentence} onRetry={reload} />}
      {expectations.state === 'ready' && (
        <>
          {named !== null && !isNamedHere && (
            <p role="status" className="text-warn">
              {w.notAmongThese}
            </p>
          )}
          <Section title={w.running.title}>
            <RunningList expectations={lists.running} onCancel={actions.cancel} />
          </Section>
          <Section
            title={w.history.title}
            description={w.history.description}
            actions={
              lists.ended.length > 0 && (
                <div className="flex flex-wrap items-center justify-end gap-2">
                  {renderReport?.(lists.ended.map(({ id }) => id))}
                  <Button
                    size="s"
                    variant="ghost"
                    className="text-muted"
                    action="expectation.clearEnded"
                    onClick={actions.clearEnded}
                  >
                    {w.history.clearEnded}
                  </Button>
                </div>
              )
            }
          >
            <HistoryList
              expectations={lists.ended}
              onArmAgain={actions.armAgain}
              onMore={lists.next === null ? null : loadMore}
            />
          </Section>
        </>
      )}
    </Page>
  )
}
