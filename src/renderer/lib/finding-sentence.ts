import type { Finding } from '../../core/postback.ts'
import { getSpoken } from '../../words/locale.ts'
import { words } from '../../words/words.ts'

/** What is wrong, in a sentence: the finding's own, which is stored in English, else what its code means in the spoken language. */
export function findingSentence({ code, detail }: Pick<Finding, 'code' | 'detail'>): string {
  return getSpoken().language === 'en' ? detail : words().findingTexts[code].wrong
}
