import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { SEVERITY_BY_CODE, type Severity } from '../../../../core/findings/codes.ts'
import { findingText } from '../../../../core/findings/texts.ts'
import type { CodeCount } from '../../../../core/ports.ts'
import { words } from '../../../../words/words.ts'
import { cx } from '../../../lib/cx.ts'
import { formatCount, formatShare } from '../../../lib/format.ts'
import { hashOf } from '../../../lib/navigation.ts'
import { askFor } from '../../../lib/postback-view.ts'
import { Button } from '../../../ui/button.tsx'
import { Section } from '../../../ui/section.tsx'

/** So many lead; the others are one press away. */
const LEADING = 8

const MARKS: Record<Severity, { colour: string; bar: string; Icon: typeof Info }> = {
  error: { colour: 'text-fail', bar: 'bg-fail', Icon: CircleAlert },
  warning: { colour: 'text-warn', bar: 'bg-warn', Icon: TriangleAlert },
  info: { colour: 'text-info', bar: 'bg-info', Icon: Info },
}

/** Which finding leads: how many postbacks have each, and a link to them. The table is the chart. */
export function CodesSection({
  codes,
  total,
  since,
}: {
  codes: readonly CodeCount[]
  /** Postbacks in the span. */
  total: number
  /** What narrows the list to the span, as it is typed. */
  since: string
}) {
  const w = words().insights.codes
  const [all, setAll] = useState(false)
  const most = codes[0]?.count ?? 1
  const shown = all ? codes : codes.slice(0, LEADING)
  return (
    <Section title={w.title}>
      <p className="text-l">{leadSentence(codes, total)}</p>
      {shown.length > 0 && (
        <table aria-label={w.table} className="w-full table-fixed border-collapse text-left">
          <thead className="text-s text-muted">
            <tr>
              <th scope="col" className="py-1 pr-3 font-medium">
                {w.finding}
              </th>
              <th scope="col" className="w-20 py-1 pr-3 text-right font-medium">
                {w.postbacks}
              </th>
              <th scope="col" className="w-24 py-1 text-right font-medium">
                {w.share}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ code, count }) => (
              <tr key={code} className="border-t border-line/60 align-top">
                <th scope="row" className="py-1.5 pr-3 font-normal">
                  <CodeLink code={code} since={since} />
                  <span className="mt-1 block h-2 rounded-s bg-sunken" aria-hidden="true">
                    <span
                      className={cx('block h-full min-w-1 rounded-s', MARKS[SEVERITY_BY_CODE[code]].bar)}
                      style={{ width: `${String((count / most) * 100)}%` }}
                    />
                  </span>
                </th>
                <td className="py-1.5 pr-3 text-right tabular-nums">{formatCount(count)}</td>
                <td className="py-1.5 text-right text-muted tabular-nums">{formatShare(count, total) ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {codes.length > LEADING && (
        <Button size="s" variant="ghost" className="self-start" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? w.showLeading(LEADING) : w.showAll(codes.length)}
        </Button>
      )}
    </Section>
  )
}

function CodeLink({ code, since }: { code: CodeCount['code']; since: string }) {
  const w = words().insights.codes
  const severity = SEVERITY_BY_CODE[code]
  const { colour, Icon } = MARKS[severity]
  return (
    <span className="flex items-start gap-1.5">
      <Icon aria-hidden="true" size={14} className={cx('mt-0.5 shrink-0', colour)} />
      <span className="min-w-0">
        <a
          href={hashOf({ view: 'postbacks', id: null })}
          onClick={() => askFor(`code:${code} ${since}`)}
          title={w.showPostbacks}
          className="font-mono text-s text-accent underline underline-offset-2"
        >
          {code}
        </a>
        <span className={cx('ml-2 text-s', colour)}>{w.severities[severity]}</span>
        <span className="block text-s text-muted">{findingText(code).wrong}</span>
      </span>
    </span>
  )
}

function leadSentence(codes: readonly CodeCount[], total: number): string {
  const w = words().insights
  if (total === 0) return w.noPostback
  const [first, second] = codes
  if (first === undefined) return w.codes.noFinding(total)
  if (second?.count === first.count) return w.codes.lead(first.count, total, first.code, second.code)
  return w.codes.leads(first.count, total, first.code)
}
