import { useLayoutEffect, useState } from 'react'

/** The height of the token `--row` with the compact rows that are the default and text of the usual size. */
const USUAL_HEIGHT = 22

/**
 * The height of a row in whole px. `ruler` is an element as high as the token `--row`, which follows the chosen density, the
 * size of text and the zoom.
 */
export function useRowHeight(ruler: HTMLElement | null): number {
  const [height, setHeight] = useState(USUAL_HEIGHT)
  useLayoutEffect(() => {
    if (!ruler) return
    const observer = new ResizeObserver(() => setHeight(Math.round(ruler.getBoundingClientRect().height)))
    observer.observe(ruler)
    return () => observer.disconnect()
  }, [ruler])
  return height
}
