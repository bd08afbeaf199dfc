import type { FindingCode } from '../findings/codes.ts'
import { FINDING_TEXTS } from '../findings/texts.ts'
import { FINDING_GROUPS, FINDING_PAGES, type FindingGroup } from './finding-pages.ts'
import { GUIDE, type GuidePage } from './guide/guide.ts'
import { guideText } from './guide/guide-text.ts'
import { plainHelpText } from './help-text.ts'

/** What of the help has all the words that were typed; groups without any are left out. */
export interface HelpFound {
  readonly guide: readonly GuidePage[]
  readonly groups: readonly FindingGroup[]
}

const ALL: HelpFound = { guide: GUIDE, groups: FINDING_GROUPS }

/** Finds the pages that hold every typed word, in any case and order. Nothing typed finds all. */
export function searchHelp(typed: string): HelpFound {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return ALL
  const fits = (text: string): boolean => words.every((word) => text.includes(word))
  return {
    guide: GUIDE.filter((section) => fits(guideText(section).toLowerCase())),
    groups: FINDING_GROUPS.map(({ title, codes }) => ({
      title,
      codes: codes.filter((code) => fits(textOf(code))),
    })).filter(({ codes }) => codes.length > 0),
  }
}

const TEXTS = new Map<FindingCode, string>()

/** Everything that a page says, in lower case; put together when it is first searched. */
function textOf(code: FindingCode): string {
  const known = TEXTS.get(code)
  if (known !== undefined) return known
  const { title, what, why, matters, dashboard, backend, example } = FINDING_PAGES[code]
  const { wrong, fix } = FINDING_TEXTS[code]
  const parts = [code, title, wrong, fix, what, why, matters, ...dashboard, ...backend, example.target, example.note]
  const text = parts.map(plainHelpText).join('\n').toLowerCase()
  TEXTS.set(code, text)
  return text
}
