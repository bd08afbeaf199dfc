import { useEffect, useState } from 'react'
import { words } from '../../words/words.ts'
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
    speak?.(left > 0 ? words().ui.andMore(batch, left) : batch)
  }, BATCH_MS)
}

/** Stands once in the app: the place that `announce` speaks from. */
export function LiveRegion() {
  const [said, setSaid] = useState({ text: '', count: 0 })
  useEffect(() => {
    speak = (text) => setSaid(({ count }) => ({ text, count: count + 1 }))
    return () => {
      speak = null
    }
  }, [])
  return (
    <output aria-live="polite" aria-label={words().ui.announcements} className="only-heard">
      {/* A new element each time: the same words twice would be no change, and not be spoken again. */}
      <span key={said.count}>{spokenText(said.text, 2000)}</span>
    </output>
  )
}
