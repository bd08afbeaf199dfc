import { addLearned, isLearned } from './catalogue.ts'
import type { Words } from './en/index.ts'
import { type Language, type Spoken, setSpoken } from './locale.ts'

/** Each is loaded when it is first spoken: a thread or page that never does so does not have it in memory. */
const LESSONS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Words>>> = {
  de: async () => (await import('./de/index.ts')).de,
}

/** Loads the texts of a language, once. Rejects where they cannot be loaded. */
export async function learn(language: Language): Promise<void> {
  if (language === 'en' || isLearned(language)) return
  addLearned(language, await LESSONS[language]())
}

/** Speaks so from now on, once the language is learned. Rejects where it cannot be; all stays as it was then. */
export async function speak(spoken: Spoken): Promise<void> {
  await learn(spoken.language)
  setSpoken(spoken)
}
