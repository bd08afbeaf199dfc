import { de } from './de/index.ts'
import { en, type Words } from './en/index.ts'
import { getSpoken, type Language, type Spoken, setSpoken } from './locale.ts'

const ALL: Readonly<Record<Language, Words>> = { en, de }

/** The texts of the language that this process (or thread, or page) speaks. Ask anew at each use: it can change. */
export function words(): Words {
  return ALL[getSpoken().language]
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
