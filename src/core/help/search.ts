import { getSpoken } from '../../words/locale.ts'
import type { FindingCode } from '../findings/codes.ts'
import { findingText } from '../findings/texts.ts'
import { type FindingGroup, findingGroups, findingPage } from './finding-pages.ts'
import { type GuidePage, guide } from './guide/guide.ts'
import { guideText } from './guide/guide-text.ts'
import { plainHelpText } from './help-text.ts'

/** What of the help has all the words that were typed; groups without any are left out. */
export interface HelpFound {
  readonly guide: readonly GuidePage[]
  readonly groups: readonly FindingGroup[]
}

/** Finds the pages that hold every typed word, in any case and order. Nothing typed finds all. */
export function searchHelp(typed: string): HelpFound {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return { guide: guide(), groups: findingGroups() }
  const fits = (text: string): boolean => words.every((word) => text.includes(word))
  return {
    guide: guide().filter((section) => fits(guideText(section).toLowerCase())),
    groups: findingGroups()
      .map(({ title, codes }) => ({ title, codes: codes.filter((code) => fits(textOf(code))) }))
      .filter(({ codes }) => codes.length > 0),
  }
}

/** By language and code. */
const TEXTS = new Map<string, string>()

/** Everything that a page says, in lower case; put together when it is first searched in this language. */
function textOf(code: FindingCode): string {
  const key = `${getSpoken().language} ${code}`
  const known = TEXTS.get(key)
  if (known !== undefined) return known
  const { title, what, why, matters, dashboard, backend, example, note } = findingPage(code)
  const { wrong, fix } = findingText(code)
  const parts = [code, title, wrong, fix, what, why, matters, ...dashboard, ...backend, example.target, note]
  const text = parts.map(plainHelpText).join('\n').toLowerCase()
  TEXTS.set(key, text)
  return text
}
