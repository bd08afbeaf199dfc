import { useEffect, useState } from 'react'

/** The present time in ms, renewed every `everyMs` while it can be seen: for “3 min ago”. */
export function useNow(everyMs = 1000): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const renew = (): void => {
      if (!document.hidden) setNow(Date.now())
    }
    const timer = setInterval(renew, everyMs)
    document.addEventListener('visibilitychange', renew)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', renew)
    }
  }, [everyMs])
  return now
}
