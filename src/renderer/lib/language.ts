import { useLayoutEffect, useState } from 'react'
import type { Settings } from '../../core/settings.ts'
import { learn } from '../../words/learn.ts'
import { getSpoken, type Language, setSpoken, spokenFor } from '../../words/locale.ts'
import { words } from '../../words/words.ts'
import { createExternalStore, useExternalStore } from './external-store.ts'
import { say } from './messages.ts'

type Wish = Settings['screen']['language']

/** What the page speaks now. */
const spokenLanguage = createExternalStore<Language>(getSpoken().language)

let newest = 0

/**
 * Has the page speak the wished language, in the browser's region where it prefers one of it. Rejects where its texts
 * cannot be loaded. A wish that another one overtakes is forgotten.
 */
export async function speak(wish: Wish): Promise<void> {
  newest += 1
  const mine = newest
  const wanted = spokenFor(wish, navigator.languages)
  await learn(wanted.language)
  if (mine !== newest) return
  setSpoken(wanted)
  // What screen readers pronounce the page in.
  document.documentElement.lang = wanted.language
  spokenLanguage.set(wanted.language)
}

/**
 * Keeps the page in the wished language; answers with the one that is spoken once it is that one, null in the moment
 * before. Whoever shows words is mounted anew for another language: texts are looked up wherever they are used.
 */
export function useLanguage(wish: Wish): Language | null {
  const language = useExternalStore(spokenLanguage)
  const [impossible, setImpossible] = useState<Wish | null>(null)
  useLayoutEffect(() => {
    speak(wish).catch(() => {
      setImpossible(wish)
      say(words().settings.appearance.languageFailed, { severity: 'error', subject: 'language' })
    })
  }, [wish])
  return wish === impossible || spokenFor(wish, navigator.languages).language === language ? language : null
}

/** The language that is spoken now, whatever is wished. */
export function useSpokenLanguage(): Language {
  return useExternalStore(spokenLanguage)
}
