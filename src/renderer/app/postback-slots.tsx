import type { PostbackFilter } from '../../core/filter.ts'
import type { PostbackDetail } from '../../core/postback.ts'
import { words } from '../../words/words.ts'
import { ClearingScope } from '../features/clearing/clearing-tools.tsx'
import { RemoveAction } from '../features/clearing/remove-action.tsx'
import { CompareActions } from '../features/compare/compare-actions.tsx'
import { DeliverySection } from '../features/deliveries/delivery-section.tsx'
import { OwnWindowAction } from '../features/desktop/own-window-action.tsx'
import { DuplicateSection } from '../features/duplicates/duplicate-section.tsx'
import { ForwardsSection } from '../features/forwards/forwards-section.tsx'
import { MarkSection } from '../features/marks/mark-section.tsx'
import { ReplayActions } from '../features/replay/replay-actions.tsx'
import { SentHere } from '../features/tour/sent-here.tsx'
import { ExportMenu } from '../features/transfers/export-menu.tsx'
import { ErrorBoundary } from '../ui/crash/error-boundary.tsx'

/** What other features add to the postbacks view: tools over the list. `filter` is what it shows. */
export function PostbackTools({ filter }: { filter: PostbackFilter }) {
  return (
    <>
      <ExportMenu filter={filter} />
      <ClearingScope filter={filter} />
    </>
  )
}

/** Beside “Copy as” over an open postback. `alone`: it has a window of its own already. */
export function PostbackActions({ detail, alone = false }: { detail: PostbackDetail; alone?: boolean }) {
  return (
    <>
      {!alone && <OwnWindowAction key={`window ${String(detail.id)}`} id={detail.id} />}
      <ReplayActions key={`replay ${String(detail.id)}`} detail={detail} />
      <CompareActions key={`compare ${String(detail.id)}`} detail={detail} />
      <RemoveAction key={`remove ${String(detail.id)}`} detail={detail} />
    </>
  )
}

/** Under the findings of an open postback. */
export function PostbackSections({ detail }: { detail: PostbackDetail }) {
  const { parts } = words().shell
  return (
    <>
      <SentHere detail={detail} />
      <ErrorBoundary part={parts.marks} size="line" shown={String(detail.id)}>
        <MarkSection key={`marks ${String(detail.id)}`} detail={detail} />
      </ErrorBoundary>
      <ErrorBoundary part={parts.duplicates} size="line" shown={String(detail.id)}>
        <DuplicateSection key={`duplicates ${String(detail.id)}`} detail={detail} />
      </ErrorBoundary>
      <ErrorBoundary part={parts.deliveries} size="line" shown={String(detail.id)}>
        <DeliverySection key={detail.id} detail={detail} />
      </ErrorBoundary>
      <ErrorBoundary part={parts.forwards} size="line" shown={String(detail.id)}>
        <ForwardsSection detail={detail} />
      </ErrorBoundary>
    </>
  )
}
