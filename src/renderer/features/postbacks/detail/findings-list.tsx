import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { Endpoint } from '../../../../core/endpoint.ts'
import type { Severity } from '../../../../core/findings/codes.ts'
import { FINDING_TEXTS } from '../../../../core/findings/texts.ts'
import type { Finding } from '../../../../core/postback.ts'
import { cx } from '../../../lib/cx.ts'
import { VisibleText } from '../../../ui/visible-text.tsx'
import { FindingActionButtons } from './finding-action.tsx'

const MARKS: Record<Severity, { word: string; colour: string; Icon: typeof Info }> = {
  error: { word: 'Error', colour: 'text-fail', Icon: CircleAlert },
  warning: { word: 'Warning', colour: 'text-warn', Icon: TriangleAlert },
  info: { word: 'Info', colour: 'text-info', Icon: Info },
}

/** Every finding: what is wrong, what to do, and the button that does it. Looking at one lights its evidence. */
export function FindingsList({
  findings,
  endpoint,
  target,
  onLook,
  onShow,
}: {
  findings: readonly Finding[]
  endpoint: Endpoint | null
  target: string | null
  /** The finding under the pointer or the focus, by its index. */
  onLook: (index: number | null) => void
  /** To the raw target, where the evidence is. */
  onShow: () => void
}) {
  return (
    <ul className="-mx-2 flex flex-col">
      {findings.map((finding, index) => {
        const { word, colour, Icon } = MARKS[finding.severity]
        const text = FINDING_TEXTS[finding.code]
        return (
          <li
            key={`${finding.code} ${finding.field ?? ''} ${finding.param ?? ''} ${String(index)}`}
            onPointerEnter={() => onLook(index)}
            onPointerLeave={() => onLook(null)}
            className="flex gap-2 rounded-m px-2 py-2 hover:bg-hover"
          >
            <Icon aria-hidden="true" size={16} className={cx('mt-0.5 shrink-0', colour)} />
            <div className="flex min-w-0 flex-1 flex-col gap-1">
              <button
                type="button"
                title="Show its evidence in the request"
                onFocus={() => onLook(index)}
                onBlur={() => onLook(null)}
                onClick={onShow}
                className="flex w-fit flex-wrap items-baseline gap-x-2 text-left text-s"
              >
                <span className={cx('font-medium', colour)}>{word}</span>
                <code className="font-mono text-muted">{finding.code}</code>
                {finding.field !== null && <span className="text-faint">{finding.field}</span>}
              </button>
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
