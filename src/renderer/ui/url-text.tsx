import { Fragment } from 'react'
import { REWARD_AMOUNT_MACRO, USER_ID_MACRO } from '../../core/dashboard-url.ts'
import { placed } from '../lib/placed.ts'
import { VisibleText } from './visible-text.tsx'

const MACROS: readonly string[] = [USER_ID_MACRO, REWARD_AMOUNT_MACRO]
/** At macros, which are marked, and before `?` and `&`, where a line may end best. */
const SEAMS = new RegExp(`(${MACROS.map((macro) => macro.replace(/[{}]/g, '\\$&')).join('|')})|(?=[?&])`)

/** A dashboard URL with its macros marked: they are Adjump's and stay as they are. */
export function UrlText({ url }: { url: string }) {
  const parts = url.split(SEAMS).filter(Boolean)
  return (
    <span className="font-mono wrap-anywhere">
      {placed(parts).map(({ item, place }) => (
        <Fragment key={place}>
          {/^[?&]/.test(item) && <wbr />}
          {MACROS.includes(item) ? <span className="text-accent">{item}</span> : <VisibleText text={item} />}
        </Fragment>
      ))}
    </span>
  )
}
