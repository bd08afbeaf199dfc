import { Fragment } from 'react'
import { REWARD_AMOUNT_MACRO, USER_ID_MACRO } from '../../core/dashboard-url.ts'

const MACROS: readonly string[] = [USER_ID_MACRO, REWARD_AMOUNT_MACRO]
/** At macros, which are marked, and before `?` and `&`, where a line may end best. */
const SEAMS = new RegExp(`(${MACROS.map((macro) => macro.replace(/[{}]/g, '\\$&')).join('|')})|(?=[?&])`)

/** A dashboard URL with its macros marked: they are Adjump's and stay as they are. */
export function UrlText({ url }: { url: string }) {
  const parts = url.split(SEAMS).filter(Boolean)
  return (
    <span className="font-mono wrap-anywhere">
      {parts.map((part, index) => (
        // The parts of one URL keep their places.
        <Fragment key={String(index)}>
          {/^[?&]/.test(part) && <wbr />}
          {MACROS.includes(part) ? <span className="text-accent">{part}</span> : part}
        </Fragment>
      ))}
    </span>
  )
}
