import type { PostbackDetail } from '../../../../core/postback.ts'
import { cx } from '../../../lib/cx.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
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
                from <VisibleText text={field.param} max={80} />
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
  const isNeeded = field.field === 'user_id' || field.field === 'reward_amount'
  if (value === null) {
    return (
      <dd className={cx('italic', isNeeded ? 'text-xl text-fail' : 'text-muted')}>
        absent
        <span className="block text-s text-muted not-italic">
          No parameter is named <VisibleText text={param} max={80} />
          {nearMiss !== null && (
            <>
              , but <strong>{<VisibleText text={nearMiss} max={80} />}</strong> came
            </>
          )}
          .
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
            <span className={cx('font-sans italic', isNeeded ? 'text-fail' : 'font-normal text-muted')}>empty</span>
          ) : (
            <LongText text={value} />
          )}
        </span>
        <CopyButton text={value} label={`Copy ${field.field}`} size="s" />
      </span>
      {raw !== null && raw !== value && (
        <span className="block text-s text-muted">
          raw{' '}
          <span className="font-mono break-all text-ink">
            <LongText text={raw} />
          </span>
        </span>
      )}
    </dd>
  )
}

/** Said only where it is news: another text than what arrived, or none. */
function ExactAmount({ detail }: { detail: PostbackDetail }) {
  const { rewardAmount, amountValue } = detail
  if (rewardAmount === null || rewardAmount === '' || amountValue === rewardAmount) return null
  return (
    <dd className="text-s text-muted">
      {amountValue === null ? (
        'No exact value: the text is not a plain number.'
      ) : (
        <>
          exact value{' '}
          <span className="font-mono break-all text-ink">
            <LongText text={amountValue} />
          </span>
        </>
      )}
    </dd>
  )
}
