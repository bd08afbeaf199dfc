import type { Words } from './en/index.ts'
import { getSpoken, type Language } from './locale.ts'

/** The texts of the languages that were learned. English is not among them: it stands where it is used. */
const learned = new Map<Language, Words>()

export function isLearned(language: Language): boolean {
  return language === 'en' || learned.has(language)
}

export function addLearned(language: Language, texts: Words): void {
  learned.set(language, texts)
}

/** Answers with one part of the texts in the language that is spoken now. Ask anew at each use: it can change. */
export function spokenOf<Part extends keyof Words>(part: Part, english: Words[Part]): () => Words[Part] {
  return () => learned.get(getSpoken().language)?.[part] ?? english
}

/** The same of all texts. */
export function spokenOfAll(english: Words): () => Words {
  return () => learned.get(getSpoken().language) ?? english
}
