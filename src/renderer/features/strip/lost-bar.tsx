import { useEffect, useState } from 'react'
import { words } from '../../../words/words.ts'
import { NoticeBar } from '../../ui/notice-bar.tsx'

/** A connection that is not back by then may never come back by itself. */
const LONG_MS = 5000

/** Stands while the inspector cannot be reached; after some seconds it says what to do. */
export function LostBar() {
  const w = words().strip.connectionLost
  const [long, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <NoticeBar severity="error" label={w.label}>
      <strong className="font-semibold">{w.what}</strong> {w.meanwhile}
      {long && ` ${w.startedAgain}`}
    </NoticeBar>
  )
}
