import { type ReactNode, useMemo, useRef, useState } from 'react'
import { headerPairs } from '../../../../core/as-text.ts'
import type { Endpoint } from '../../../../core/endpoint.ts'
import type { FindingCode } from '../../../../core/findings/codes.ts'
import type { PostbackDetail } from '../../../../core/postback.ts'
import { words } from '../../../../words/words.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { byWeight } from '../findings-order.ts'
import { BodyView } from './body-view.tsx'
import { FieldValues } from './field-values.tsx'
import { FindingsList } from './findings-list.tsx'
import { HeadersTable } from './headers-table.tsx'
import { fieldValues, queryRows } from './query-rows.ts'
import { QueryTable } from './query-table.tsx'
import { RawTarget } from './raw-target.tsx'
import { ReplyView } from './reply-view.tsx'
import { RequestFacts } from './request-facts.tsx'
import { Section } from './section.tsx'
import { VerdictHeader } from './verdict-header.tsx'

/**
 * One request from top to bottom: the answer, the values, what to do, the evidence. `mapping` is the endpoint that
 * read it; for an unknown path the first one, so that its values can be shown too.
 */
export function PostbackDetails({
  detail,
  endpoint,
  mapping,
  renderFindingHelp,
  children,
}: {
  detail: PostbackDetail
  endpoint: Endpoint | null
  mapping: Endpoint | null
  renderFindingHelp: (code: FindingCode, leading: boolean) => ReactNode
  /** What other features say of it. */
  children: ReactNode
}) {
  const [lit, setLit] = useState<number | null>(null)
  const targetPlace = useRef<HTMLDivElement>(null)
  const showTarget = (): void => {
    targetPlace.current?.scrollIntoView({ block: 'nearest' })
  }
  const { target } = detail
  const { sections, copyTarget, body } = words().detail
  const findings = useMemo(() => byWeight(detail.findings), [detail.findings])
  const rows = useMemo(() => (target === null ? [] : queryRows(target, mapping)), [target, mapping])
  const headers = headerPairs(detail.rawHeaders)
  const isPostback = detail.kind === 'postback'
  return (
    <>
      <VerdictHeader detail={detail} />
      {isPostback && mapping && <FieldValues fields={fieldValues(rows, mapping, findings)} detail={detail} />}
      {target !== null && (
        <Section title={sections.request}>
          <div ref={targetPlace} className="flex items-start gap-1">
            <span className="py-2 pr-1 font-mono text-s font-semibold">{detail.method}</span>
            <div className="min-w-0 flex-1">
              <RawTarget target={target} findings={findings} lit={lit} />
            </div>
            <CopyButton text={target} label={copyTarget} size="s" />
          </div>
        </Section>
      )}
      {findings.length > 0 && (
        <Section title={sections.findings} note={String(findings.length)}>
          <FindingsList
            findings={findings}
            endpoint={endpoint}
            target={target}
            onLook={setLit}
            onShow={showTarget}
            renderHelp={renderFindingHelp}
          />
        </Section>
      )}
      {children}
      {detail.rejectionBytesBase64 !== null && (
        <Section title={sections.firstBytes} note={detail.rejectionCode ?? undefined}>
          <BodyView
            label={sections.firstBytes}
            base64={detail.rejectionBytesBase64}
            length={atob(detail.rejectionBytesBase64).length}
          />
        </Section>
      )}
      {rows.length > 0 && (
        <Section title={sections.query} note={String(rows.length)}>
          <QueryTable rows={rows} />
        </Section>
      )}
      {headers.length > 0 && (
        <Section title={sections.headers} note={String(headers.length)}>
          <HeadersTable label={sections.requestHeaders} headers={headers} />
        </Section>
      )}
      {detail.bodyLength > 0 && (
        <Section title={sections.body} note={detail.bodyComplete ? undefined : body.incomplete}>
          <BodyView label={sections.body} base64={detail.bodyBase64} length={detail.bodyLength} />
        </Section>
      )}
      <Section title={sections.reply}>
        <ReplyView detail={detail} />
      </Section>
      <Section title={sections.facts}>
        <RequestFacts detail={detail} endpointName={endpoint?.name ?? null} />
      </Section>
    </>
  )
}
