import { type ReactNode, useState } from 'react'
import type { FindingCode } from '../../../../core/findings/codes.ts'
import type { PostbackDetail } from '../../../../core/postback.ts'
import { words } from '../../../../words/words.ts'
import { useOverview } from '../../../lib/inspector.tsx'
import { useAction } from '../../../lib/keys.ts'
import { sentenceOf } from '../../../lib/messages.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorBoundary } from '../../../ui/crash/error-boundary.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Reading } from '../../../ui/reading.tsx'
import { FindBar } from './find/find-bar.tsx'
import { FindingContext } from './find/finding.ts'
import { useFindBar } from './find/use-find-bar.ts'
import { MissingPostback } from './missing-postback.tsx'
import { PostbackDetails } from './postback-details.tsx'
import type { DetailState } from './use-detail.ts'

/** Everything about one postback, or why it is not shown; under the header of its pane or window. */
export function DetailBody({
  id,
  detail,
  onRetry,
  renderSections,
  renderFindingHelp,
}: {
  id: number
  detail: DetailState
  onRetry: () => void
  renderSections: (detail: PostbackDetail) => ReactNode
  renderFindingHelp: (code: FindingCode, leading: boolean) => ReactNode
}) {
  const w = words().detail
  const { endpoints } = useOverview()
  const shown = detail.state === 'ready' ? detail.detail : null
  const endpoint = endpoints.find((one) => one.id === shown?.endpointId) ?? null
  const [texts, setTexts] = useState<HTMLDivElement | null>(null)
  const find = useFindBar(texts)
  useAction(shown && { id: 'detail.find', run: find.open })
  return (
    <>
      {find.opened > 0 && (
        <FindBar
          texts={texts}
          wanted={find.wanted}
          opened={find.opened}
          onWanted={find.setWanted}
          onClose={find.close}
        />
      )}
      <div
        key={shown?.id}
        ref={setTexts}
        tabIndex={-1}
        className="relative min-h-0 flex-1 overflow-auto outline-none"
        aria-busy={shown !== null && shown.id !== id}
      >
        {shown && (
          <ErrorBoundary part={w.part} size="screen" shown={String(shown.id)}>
            <FindingContext value={find.opened > 0}>
              <PostbackDetails
                detail={shown}
                endpoint={endpoint}
                mapping={endpoint ?? endpoints[0] ?? null}
                renderFindingHelp={renderFindingHelp}
              >
                {renderSections(shown)}
              </PostbackDetails>
            </FindingContext>
          </ErrorBoundary>
        )}
        {detail.state === 'loading' && (
          <div className="px-4 py-2">
            <Reading what={w.reading} />
          </div>
        )}
        {detail.state === 'missing' && <MissingPostback key={id} id={id} />}
        {detail.state === 'failed' && (
          <EmptyState title={w.notRead} action={<Button onClick={onRetry}>{words().ui.tryAgain}</Button>}>
            {w.untouched(sentenceOf(detail.error))}
          </EmptyState>
        )}
      </div>
    </>
  )
}
