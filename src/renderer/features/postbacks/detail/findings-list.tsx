import type { ReactNode } from 'react'
import type { Endpoint } from '../../../../core/endpoint.ts'
import type { FindingCode } from '../../../../core/findings/codes.ts'
import { findingText } from '../../../../core/findings/texts.ts'
import type { Finding } from '../../../../core/postback.ts'
import { words } from '../../../../words/words.ts'
import { SeverityIcon, SeverityWord } from '../../../ui/severity-mark.tsx'
import { VisibleText } from '../../../ui/visible-text.tsx'
import { tellingFinding } from '../findings-order.ts'
import { FindingActionButtons } from './finding-action.tsx'

/** Every finding: what is wrong, what to do, and the button that does it. Looking at one lights its evidence. */
export function FindingsList({
  findings,
  endpoint,
  target,
  onLook,
  onShow,
  renderHelp,
}: {
  findings: readonly Finding[]
  endpoint: Endpoint | null
  target: string | null
  /** The finding under the pointer or the focus, by its index. */
  onLook: (index: number | null) => void
  /** To the raw target, where the evidence is. */
  onShow: () => void
  /** Another feature's way to the code's page; `leading` for the finding that the verdict is about. */
  renderHelp: (code: FindingCode, leading: boolean) => ReactNode
}) {
  const telling = tellingFinding(findings)
  return (
    <ul className="-mx-2 flex flex-col">
      {findings.map((finding, index) => {
        const text = findingText(finding.code)
        return (
          <li
            key={`${finding.code} ${finding.field ?? ''} ${finding.param ?? ''} ${String(index)}`}
            onPointerEnter={() => onLook(index)}
            onPointerLeave={() => onLook(null)}
            className="flex gap-2 rounded-m px-2 py-2 hover:bg-hover"
          >
            <SeverityIcon severity={finding.severity} className="mt-0.5" />
            <div className="flex min-w-0 flex-1 flex-col gap-1">
              <div className="flex flex-wrap items-baseline gap-x-3">
                <button
                  type="button"
                  title={words().detail.findings.showEvidence}
                  onFocus={() => onLook(index)}
                  onBlur={() => onLook(null)}
                  onClick={onShow}
                  className="flex w-fit flex-wrap items-baseline gap-x-2 text-left text-s"
                >
                  <SeverityWord severity={finding.severity} />
                  <code className="font-mono text-muted">{finding.code}</code>
                  {finding.field !== null && <span className="text-faint">{finding.field}</span>}
                </button>
                {renderHelp(finding.code, finding === telling)}
              </div>
              <p>{text.wrong}</p>
              {finding.detail !== '' && (
                <p className="break-words text-ink">
                  <VisibleText text={finding.detail} max={1200} />
                </p>
              )}
              <p className="text-muted">{text.fix}</p>
              <FindingActionButtons finding={finding} endpoint={endpoint} target={target} />
            </div>
          </li>
        )
      })}
    </ul>
  )
}
