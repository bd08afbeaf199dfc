import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { FindingCode } from '../../../../core/findings/codes.ts'
import type { PostbackDetail } from '../../../../core/postback.ts'
import { words } from '../../../../words/words.ts'
import { useOverview } from '../../../lib/inspector.tsx'
import { useSettings } from '../../../lib/settings.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { useAskedAction } from '../asked-action.ts'
import { CopyMenu } from './copy-menu.tsx'
import { DetailBody } from './detail-body.tsx'
import { PaneHandle } from './pane-handle.tsx'
import { useDetail } from './use-detail.ts'

const NARROWEST = 320

/** The open postback, beside the list; where the window is narrow, over it. */
export function DetailPane({
  id,
  onMove,
  onClose,
  renderActions,
  renderSections,
  renderFindingHelp,
}: {
  id: number
  onMove: (rows: number) => void
  onClose: () => void
  renderActions: (detail: PostbackDetail) => ReactNode
  renderSections: (detail: PostbackDetail) => ReactNode
  renderFindingHelp: (code: FindingCode, leading: boolean) => ReactNode
}) {
  const w = words().detail
  const { endpoints } = useOverview()
  const [settings, change] = useSettings()
  const { detail, retry } = useDetail(id)
  const [dragged, setDragged] = useState<number | null>(null)
  const width = Math.max(NARROWEST, dragged ?? settings.screen.detailWidth)

  const shown = detail.state === 'ready' ? detail.detail : null
  useAskedAction(shown?.id === id ? id : null)
  const endpoint = endpoints.find((one) => one.id === shown?.endpointId) ?? null
  return (
    <aside
      aria-label={w.label}
      aria-busy={detail.state === 'loading' || (shown !== null && shown.id !== id)}
      style={{ width }}
      className="relative flex max-w-[calc(100%-320px)] shrink-0 flex-col border-l border-line bg-panel max-[50rem]:absolute max-[50rem]:inset-0 max-[50rem]:z-30 max-[50rem]:w-full! max-[50rem]:max-w-full max-[50rem]:border-l-0"
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
      <header className="flex min-h-[2.769rem] shrink-0 flex-wrap items-center gap-1 border-b border-line py-1 pr-2 pl-4">
        <h2 className="mr-auto truncate font-semibold">
          {shown && shown.kind !== 'postback' ? w.request : w.postback}{' '}
          {/* The number of what is shown, not of what is asked for: the keys and buttons act on it. */}
          <span className="font-normal text-muted tabular-nums">{shown?.id ?? id}</span>
        </h2>
        {shown && renderActions(shown)}
        {shown && <CopyMenu detail={shown} endpointName={endpoint?.name ?? null} />}
        <IconButton
          label={w.pane.previous}
          action="list.previous"
          icon={<ChevronUp aria-hidden="true" size={16} />}
          onClick={() => onMove(-1)}
        />
        <IconButton
          label={w.pane.next}
          action="list.next"
          icon={<ChevronDown aria-hidden="true" size={16} />}
          onClick={() => onMove(1)}
        />
        <IconButton
          label={w.pane.close}
          action="postback.close"
          icon={<X aria-hidden="true" size={16} />}
          onClick={onClose}
        />
      </header>
      <DetailBody
        id={id}
        detail={detail}
        onRetry={retry}
        renderSections={renderSections}
        renderFindingHelp={renderFindingHelp}
      />
    </aside>
  )
}
