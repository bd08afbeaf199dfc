import type { ReactNode } from 'react'
import type { FindingCode } from '../../../../core/findings/codes.ts'
import type { PostbackDetail } from '../../../../core/postback.ts'
import { words } from '../../../../words/words.ts'
import { useOverview } from '../../../lib/inspector.tsx'
import { CopyMenu } from './copy-menu.tsx'
import { DetailBody } from './detail-body.tsx'
import { useDetail } from './use-detail.ts'

/** A postback in a window of its own, without a list beside it. */
export function DetailAlone({
  id,
  renderActions,
  renderSections,
  renderFindingHelp,
}: {
  id: number
  renderActions: (detail: PostbackDetail) => ReactNode
  renderSections: (detail: PostbackDetail) => ReactNode
  renderFindingHelp: (code: FindingCode, leading: boolean) => ReactNode
}) {
  const w = words().detail
  const { endpoints } = useOverview()
  const { detail, retry } = useDetail(id)
  const shown = detail.state === 'ready' ? detail.detail : null
  const endpoint = endpoints.find((one) => one.id === shown?.endpointId) ?? null
  return (
    <section aria-label={w.label} aria-busy={detail.state === 'loading'} className="flex h-full flex-col overflow-clip">
      <header className="flex min-h-[2.769rem] shrink-0 flex-wrap items-center gap-1 border-b border-line py-1 pr-2 pl-4">
        <h1 className="only-heard">{w.ownWindow}</h1>
        <h2 className="mr-auto truncate font-semibold">
          {shown && shown.kind !== 'postback' ? w.request : w.postback}{' '}
          <span className="font-normal text-muted tabular-nums">{id}</span>
        </h2>
        {shown && renderActions(shown)}
        {shown && <CopyMenu detail={shown} endpointName={endpoint?.name ?? null} />}
      </header>
      <DetailBody
        id={id}
        detail={detail}
        onRetry={retry}
        renderSections={renderSections}
        renderFindingHelp={renderFindingHelp}
      />
    </section>
  )
}
