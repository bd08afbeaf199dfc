import type { PostbackDetail } from '../../../../core/postback.ts'
import { words } from '../../../../words/words.ts'
import { cx } from '../../../lib/cx.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Pieces } from '../../../ui/pieces.tsx'
import { VisibleText } from '../../../ui/visible-text.tsx'
import { LongText } from './long-text.tsx'
import type { FieldValue } from './query-rows.ts'

/** What arrived for each mapped field, large: decoded, raw where that differs, and the exact amount. */
export function FieldValues({ fields, detail }: { fields: readonly FieldValue[]; detail: PostbackDetail }) {
  return (
    <dl className="grid gap-x-4 gap-y-3 px-4 py-3 sm:grid-cols-2">
      {fields.map((field) => (
        <div key={field.field} className="group min-w-0">
          <dt className="flex flex-wrap items-baseline gap-x-2 text-s text-muted">
            <span className="font-medium">{field.field}</span>
            {field.param !== field.field && (
              <span>
                <Pieces of={words().detail.fields.from(<VisibleText text={field.param} max={80} />)} />
              </span>
            )}
          </dt>
          <Value field={field} />
          {field.field === 'reward_amount' && <ExactAmount detail={detail} />}
        </div>
      ))}
    </dl>
  )
}

/** A longer value is drawn small, so that it does not push the findings out of sight. */
const LONG = 60

function Value({ field }: { field: FieldValue }) {
  const { value, raw, param, nearMiss } = field
  const w = words().detail.fields
  const isNeeded = field.field === 'user_id' || field.field === 'reward_amount'
  if (value === null) {
    const name = <VisibleText text={param} max={80} />
    return (
      <dd className={cx('italic', isNeeded ? 'text-xl text-fail' : 'text-muted')}>
        {w.absent}
        <span className="block text-s text-muted not-italic">
          <Pieces
            of={
              nearMiss === null
                ? w.notNamed(name)
                : w.nearMiss(
                    name,
                    <strong>
                      <VisibleText text={nearMiss} max={80} />
                    </strong>,
                  )
            }
          />
        </span>
      </dd>
    )
  }
  return (
    <dd className="min-w-0">
      <span className="flex items-start gap-1">
        <span
          className={cx(
            'min-w-0 font-mono leading-tight font-semibold break-all',
            value.length > LONG ? 'text-m' : 'text-xl',
          )}
        >
          {value === '' ? (
            <span className={cx('font-sans italic', isNeeded ? 'text-fail' : 'font-normal text-muted')}>{w.empty}</span>
          ) : (
            <LongText text={value} />
          )}
        </span>
        <CopyButton text={value} label={w.copy(field.field)} size="s" />
      </span>
      {raw !== null && raw !== value && (
        <span className="block text-s text-muted">
          <Pieces of={w.raw(<Mono text={raw} />)} />
        </span>
      )}
    </dd>
  )
}

function Mono({ text }: { text: string }) {
  return (
    <span className="font-mono break-all text-ink">
      <LongText text={text} />
    </span>
  )
}

/** Said only where it is news: another text than what arrived, or none. */
function ExactAmount({ detail }: { detail: PostbackDetail }) {
  const { rewardAmount, amountValue } = detail
  const w = words().detail.fields
  if (rewardAmount === null || rewardAmount === '' || amountValue === rewardAmount) return null
  return (
    <dd className="text-s text-muted">
      {amountValue === null ? w.noExact : <Pieces of={w.exact(<Mono text={amountValue} />)} />}
    </dd>
  )
}
