import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'

/** Tells when the focus has left an element with everything in it, not when it moves within. */
export function useFocusLeft<E extends HTMLElement>(onLeft: () => void): RefObject<E | null> {
  const ref = useRef<E>(null)
  const left = useEffectEvent(onLeft)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const listen = (event: FocusEvent): void => {
      if (!(event.relatedTarget instanceof Node && element.contains(event.relatedTarget))) left()
    }
    element.addEventListener('focusout', listen)
    return () => element.removeEventListener('focusout', listen)
  }, [])
  return ref
}
