import { useEffect, useState } from 'react'
import { NoticeBar } from '../../ui/notice-bar.tsx'

/** A connection that is not back by then may never come back by itself. */
const LONG_MS = 5000

/** Stands while the inspector cannot be reached; after some seconds it says what to do. */
export function LostBar() {
  const [long, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <NoticeBar severity="error" label="Connection lost">
      <strong className="font-semibold">The connection to the inspector is lost.</strong> It is being made again. What
      is shown may be old; what arrives meanwhile is still kept, as long as the inspector runs.
      {long && ' If the inspector was started again, open the address that it printed.'}
    </NoticeBar>
  )
}
