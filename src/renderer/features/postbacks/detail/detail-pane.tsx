import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { PostbackDetail } from '../../../../core/postback.ts'
import { useOverview } from '../../../lib/inspector.tsx'
import { sentenceOf } from '../../../lib/messages.ts'
import { useSettings } from '../../../lib/settings.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorBoundary } from '../../../ui/crash/error-boundary.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { CopyMenu } from './copy-menu.tsx'
import { MissingPostback } from './missing-postback.tsx'
import { PaneHandle } from './pane-handle.tsx'
import { PostbackDetails } from './postback-details.tsx'
import { useDetail } from './use-detail.ts'

const NARROWEST = 320

/** The open postback, beside the list; where the window is narrow, over it. */
export function DetailPane({
  id,
  onMove,
  onClose,
  renderActions,
  renderSections,
}: {
  id: number
  onMove: (rows: number) => void
  onClose: () => void
  renderActions: (detail: PostbackDetail) => ReactNode
  renderSections: (detail: PostbackDetail) => ReactNode
}) {
  const { endpoints } = useOverview()
  const [settings, change] = useSettings()
  const { detail, retry } = useDetail(id)
  const [dragged, setDragged] = useState<number | null>(null)
  const width = Math.max(NARROWEST, dragged ?? settings.screen.detailWidth)

  const shown = detail.state === 'ready' ? detail.detail : null
  const endpoint = endpoints.find((one) => one.id === shown?.endpointId) ?? null
  return (
    <aside
      aria-label="Postback details"
      aria-busy={detail.state === 'loading' || (shown !== null && shown.id !== id)}
      style={{ width }}
      className="relative flex max-w-[calc(100%-320px)] shrink-0 flex-col border-l border-line bg-panel max-[999px]:absolute max-[999px]:inset-y-0 max-[999px]:right-0 max-[999px]:z-30 max-[999px]:max-w-full max-[999px]:shadow-float"
    >
      <PaneHandle
        width={width}
        narrowest={NARROWEST}
        onResizing={setDragged}
        onResized={(next) => {
          setDragged(null)
          void change((all) => ({ ...all, screen: { ...all.screen, detailWidth: next } }))
        }}
      />
      <header className="flex h-[2.769rem] shrink-0 items-center gap-1 border-b border-line pr-2 pl-4">
        <h2 className="mr-auto truncate font-semibold">
          {shown && shown.kind !== 'postback' ? 'Request' : 'Postback'}{' '}
          {/* The number of what is shown, not of what is asked for: the keys and buttons act on it. */}
          <span className="font-normal text-muted tabular-nums">{shown?.id ?? id}</span>
        </h2>
        {shown && renderActions(shown)}
        {shown && <CopyMenu detail={shown} endpointName={endpoint?.name ?? null} />}
        <IconButton
          label="Previous in the list"
          shortcut="k"
          icon={<ChevronUp aria-hidden="true" size={16} />}
          onClick={() => onMove(-1)}
        />
        <IconButton
          label="Next in the list"
          shortcut="j"
          icon={<ChevronDown aria-hidden="true" size={16} />}
          onClick={() => onMove(1)}
        />
        <IconButton
          label="Close the details"
          shortcut="escape"
          icon={<X aria-hidden="true" size={16} />}
          onClick={onClose}
        />
      </header>
      <div
        key={shown?.id}
        className="relative min-h-0 flex-1 overflow-auto"
        aria-busy={shown !== null && shown.id !== id}
      >
        {shown && (
          <ErrorBoundary part="The view of this postback" size="screen" shown={String(shown.id)}>
            <PostbackDetails detail={shown} endpoint={endpoint} mapping={endpoint ?? endpoints[0] ?? null}>
              {renderSections(shown)}
            </PostbackDetails>
          </ErrorBoundary>
        )}
        {detail.state === 'missing' && <MissingPostback key={id} id={id} />}
        {detail.state === 'failed' && (
          <EmptyState title="The details could not be read" action={<Button onClick={retry}>Try again</Button>}>
            {sentenceOf(detail.error)} The postback itself is untouched.
          </EmptyState>
        )}
      </div>
    </aside>
  )
}
