import { type RefObject, useEffect, useRef } from 'react'

/**
 * Brings what came of a press into view: at the change of `id`, and again when there is `more` of it. What was there
 * when the view opened stays where it is.
 */
export function useShowNew<E extends HTMLElement>(id: number | string | null, more: boolean): RefObject<E | null> {
  const place = useRef<E>(null)
  const before = useRef({ id, more })
  useEffect(() => {
    const { current } = before
    before.current = { id, more }
    const isNew = id !== null && (id !== current.id || (more && !current.more))
    if (isNew) place.current?.scrollIntoView({ block: 'start' })
  }, [id, more])
  return place
}
