/** The languages that the screen and the desktop app speak. */
export const LANGUAGES = ['en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

/** What is spoken: a language, and the region's way of writing dates and numbers (BCP 47) in it. */
export interface Spoken {
  readonly language: Language
  readonly locale: string
}

/** What each language is written like where the system prefers no region of it. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', de: 'de-DE' }

/** What every process speaks until it is told otherwise; the command line and the store's threads never are. */
export const ENGLISH: Spoken = { language: 'en', locale: LOCALES.en }

let spoken = ENGLISH

/** For a language that is learned already; `speak` in learn.ts takes care of that. */
export function setSpoken(next: Spoken): void {
  spoken = next
}

export function getSpoken(): Spoken {
  return spoken
}

/**
 * The wished language; for `system` the first of the system's preferred ones (BCP 47) that is spoken here, else English.
 * The region is the system's wherever it prefers one of that language.
 */
export function spokenFor(wish: Language | 'system', preferred: readonly string[]): Spoken {
  const language = wish === 'system' ? (preferred.map(languageOf).find((found) => found !== null) ?? 'en') : wish
  const region = preferred.find((tag) => languageOf(tag) === language)
  return { language, locale: region === undefined ? LOCALES[language] : withoutExtensions(region) }
}

/** `en-US` of `en-US-u-va-posix`, which writes numbers as programs do. */
function withoutExtensions(tag: string): string {
  return tag.split(/-[a-z0-9]-/i, 1)[0] ?? tag
}

function languageOf(tag: string): Language | null {
  const [primary = ''] = tag.toLowerCase().split('-')
  return LANGUAGES.find((language) => language === primary) ?? null
}

/** Has `make` speak so. It must not wait for anything: what else runs meanwhile would speak so too. */
export function speaking<T>(spoken: Spoken, make: () => T): T {
  const before = getSpoken()
  setSpoken(spoken)
  try {
    return make()
  } finally {
    setSpoken(before)
  }
}
