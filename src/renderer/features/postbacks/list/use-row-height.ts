import { useEffect, useState } from 'react'

/** The height of a row in px: 2.154rem, so that rows grow with the text. */
export function useRowHeight(): number {
  const [height, setHeight] = useState(measure)
  useEffect(() => {
    const remeasure = (): void => setHeight(measure())
    // Zooming and a changed text size both end in a resize.
    window.addEventListener('resize', remeasure)
    return () => window.removeEventListener('resize', remeasure)
  }, [])
  return height
}

function measure(): number {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
  return Math.round((Number.isFinite(rem) ? rem : 13) * 2.154)
}
