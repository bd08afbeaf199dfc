import { useEffect, useState } from 'react'
import { spokenText } from './visible-text.tsx'

/** What comes within this time is spoken as one, so that a burst does not talk for minutes. */
const BATCH_MS = 700
const MOST_A_BATCH = 3

let waiting: string[] = []
let timer: ReturnType<typeof setTimeout> | null = null
let speak: ((text: string) => void) | null = null

/** Has screen readers say this when they have nothing more urgent to say. */
export function announce(text: string): void {
  waiting.push(text)
  timer ??= setTimeout(() => {
    timer = null
    const left = waiting.length - MOST_A_BATCH
    const batch = waiting.slice(-MOST_A_BATCH).join('. ')
    waiting = []
    speak?.(left > 0 ? `${batch}. And ${String(left)} more.` : batch)
  }, BATCH_MS)
}

/** Stands once in the app: the place that `announce` speaks from. */
export function LiveRegion() {
  const [text, setText] = useState('')
  useEffect(() => {
    speak = setText
    return () => {
      speak = null
    }
  }, [])
  return (
    <output aria-live="polite" aria-label="Announcements" className="only-heard">
      {spokenText(text, 2000)}
    </output>
  )
}
