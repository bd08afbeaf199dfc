import { dashboardUrlWords } from '../words/of/dashboard-url.ts'
import type { Span } from './postback.ts'
import { visibleText } from './visible.ts'

/** What can be wrong with the URL as it stands in the dashboard; one code a cause. */
export type DashboardUrlProblemCode =
  | 'empty'
  | 'too-long'
  | 'not-a-url'
  | 'several-urls'
  | 'text-around-url'
  | 'edge-whitespace'
  | 'line-break'
  | 'space'
  | 'invisible-character'
  | 'quotes'
  | 'backslash'
  | 'html-ampersand'
  | 'html-entity'
  | 'url-encoded'
  | 'scheme-missing'
  | 'scheme-repeated'
  | 'scheme-wrong'
  | 'http-not-https'
  | 'base-url-placeholder'
  | 'credentials'
  | 'host-missing'
  | 'host-local'
  | 'host-stale'
  | 'host-differs'
  | 'port-differs'
  | 'path-missing'
  | 'path-trailing-slash'
  | 'path-doubled-slash'
  | 'path-case'
  | 'path-differs'
  | 'query-missing'
  | 'question-mark-missing'
  | 'question-mark-encoded'
  | 'question-mark-repeated'
  | 'fragment'
  | 'separators-encoded'
  | 'semicolon-separator'
  | 'separator-missing'
  | 'equals-sign-missing'
  | 'param-missing'
  | 'repeated-param'
  | 'name-near-miss'
  | 'name-differs'
  | 'name-not-encoded'
  | 'template-name-left'
  | 'macro-missing'
  | 'macro-misspelt'
  | 'macro-encoded'
  | 'macro-wrong'
  | 'macros-swapped'
  | 'text-around-macro'

/** `message` says what is wrong, `fix` what to do; `span` marks the place in the text that was checked. */
export interface DashboardUrlProblem {
  readonly code: DashboardUrlProblemCode
  readonly message: string
  readonly fix: string
  readonly span: Span
}

/** Takes a problem; how the checks hand over what they found. */
export type ReportProblem = (
  code: DashboardUrlProblemCode,
  span: Span,
  says: Pick<DashboardUrlProblem, 'message' | 'fix'>,
) => void

const LONGEST_SHOWN = 80

/** Received text inside a sentence: in quotes, nothing invisible, not endless. */
export function shown(text: string): string {
  const visible = visibleText(text)
  const { quoted } = dashboardUrlWords()
  if (visible.length <= LONGEST_SHOWN) return quoted(visible)
  return quoted(`${visible.slice(0, LONGEST_SHOWN).replace(/[\ud800-\udbff]$/, '')}…`)
}
