import { useLayoutEffect } from 'react'
import type { Settings } from '../../core/settings.ts'
import { getSpoken, type Language, setSpoken, spokenFor } from '../../words/locale.ts'
import { createExternalStore, useExternalStore } from './external-store.ts'

type Wish = Settings['screen']['language']

/** What the page speaks now. */
const spokenLanguage = createExternalStore<Language>(getSpoken().language)

/** Has the page speak the wished language, in the browser's region where it prefers one of it. */
export function speak(wish: Wish): void {
  setSpoken(spokenFor(wish, navigator.languages))
  const { language } = getSpoken()
  // What screen readers pronounce the page in.
  document.documentElement.lang = language
  spokenLanguage.set(language)
}

/**
 * Keeps the page in the wished language; answers with the one that is spoken once it is that one, null in the moment
 * before. Whoever shows words is mounted anew for another language: texts are looked up wherever they are used.
 */
export function useLanguage(wish: Wish): Language | null {
  const language = useExternalStore(spokenLanguage)
  useLayoutEffect(() => speak(wish), [wish])
  return spokenFor(wish, navigator.languages).language === language ? language : null
}

/** The language that is spoken now, whatever is wished. */
export function useSpokenLanguage(): Language {
  return useExternalStore(spokenLanguage)
}
