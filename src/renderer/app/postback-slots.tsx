import type { PostbackFilter } from '../../core/filter.ts'
import type { PostbackDetail } from '../../core/postback.ts'
import { ClearingScope } from '../features/clearing/clearing-tools.tsx'
import { RemoveAction } from '../features/clearing/remove-action.tsx'
import { CompareActions } from '../features/compare/compare-actions.tsx'
import { DeliverySection } from '../features/deliveries/delivery-section.tsx'
import { DuplicateSection } from '../features/duplicates/duplicate-section.tsx'
import { ForwardsSection } from '../features/forwards/forwards-section.tsx'
import { MarkSection } from '../features/marks/mark-section.tsx'
import { ReplayActions } from '../features/replay/replay-actions.tsx'
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

/** Beside “Copy as” over an open postback. */
export function PostbackActions({ detail }: { detail: PostbackDetail }) {
  return (
    <>
      <ReplayActions key={`replay ${String(detail.id)}`} detail={detail} />
      <CompareActions key={`compare ${String(detail.id)}`} detail={detail} />
      <RemoveAction key={`remove ${String(detail.id)}`} detail={detail} />
    </>
  )
}

/** Under the findings of an open postback. */
export function PostbackSections({ detail }: { detail: PostbackDetail }) {
  return (
    <>
      <ErrorBoundary part="The marks" size="line" shown={String(detail.id)}>
        <MarkSection key={`marks ${String(detail.id)}`} detail={detail} />
      </ErrorBoundary>
      <ErrorBoundary part="The list of duplicates" size="line" shown={String(detail.id)}>
        <DuplicateSection key={`duplicates ${String(detail.id)}`} detail={detail} />
      </ErrorBoundary>
      <ErrorBoundary part="The list of deliveries" size="line" shown={String(detail.id)}>
        <DeliverySection key={detail.id} detail={detail} />
      </ErrorBoundary>
      <ErrorBoundary part="The list of forwards" size="line" shown={String(detail.id)}>
        <ForwardsSection detail={detail} />
      </ErrorBoundary>
    </>
  )
}
