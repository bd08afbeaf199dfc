import { dashboardUrlWords } from '../words/of/dashboard-url.ts'
import type { DashboardUrlEndpoint } from './dashboard-url.ts'
import { encodeName } from './dashboard-url.ts'
import { type ReportProblem, shown } from './dashboard-url-problem.ts'
import { originalSpan, type PastedText, replacePasted, slicePasted } from './pasted-text.ts'

/** Unlike spaces and line breaks, these cannot be seen at all. */
const INVISIBLE = /(?![\t\n\r])[\p{Control}\p{Format}\p{Default_Ignorable_Code_Point}\p{Surrogate}]+/gu
const QUOTES = /["'`“”„‟‘’‚«»‹›]/
const TYPOGRAPHIC_QUOTES = /[“”„‟‘’‚«»‹›]+/g
const ENCODED_URL = /^https?%3A(?:%2F|\/)/i
/** What HTML makes of `&name` without a semicolon, where the name begins like one of its oldest entities. */
const ENTITIES: Readonly<Record<string, string>> = {
  '¤': 'curren',
  '¶': 'para',
  '§': 'sect',
  '©': 'copy',
  '®': 'reg',
  '×': 'times',
  '¬': 'not',
  '°': 'deg',
  '·': 'middot',
  µ: 'micro',
  '¢': 'cent',
  '£': 'pound',
  '¥': 'yen',
  '±': 'plusmn',
  '÷': 'divide',
}

/** Takes out what pasting put in, each reported once, so that the later checks see the URL that was meant. */
export function undoPasting(pasted: PastedText, endpoint: DashboardUrlEndpoint, report: ReportProblem): PastedText {
  let text = withoutInvisible(pasted, report)
  text = withoutEdges(text, report)
  text = withoutQuotesAround(text, report)
  text = firstUrl(text, report)
  text = withoutBreaks(text, report)
  text = withoutTypographicQuotes(text, report)
  text = decodedOnce(text, report)
  text = withoutBackslashes(text, report)
  return withoutHtml(text, endpoint, report)
}

function withoutInvisible(pasted: PastedText, report: ReportProblem): PastedText {
  const clean = replacePasted(pasted, INVISIBLE, () => '')
  const [first] = clean.spans
  if (first) {
    const what = shown(pasted.text.slice(first.start, first.end))
    report('invisible-character', first, dashboardUrlWords().problems.invisible(what))
  }
  return clean.pasted
}

function withoutEdges(pasted: PastedText, report: ReportProblem): PastedText {
  const start = /^\s*/.exec(pasted.text)?.[0].length ?? 0
  const end = pasted.text.trimEnd().length
  if (start > 0 || end < pasted.text.length) {
    const span = start > 0 ? originalSpan(pasted, 0, start) : originalSpan(pasted, end, pasted.text.length)
    const { spaceAtStart, spaceAtEnd } = dashboardUrlWords().problems
    report('edge-whitespace', span, start > 0 ? spaceAtStart : spaceAtEnd)
  }
  return slicePasted(pasted, start, end)
}

function withoutQuotesAround(pasted: PastedText, report: ReportProblem): PastedText {
  const { text } = pasted
  const bracketed = text.startsWith('<')
  const start = bracketed || QUOTES.test(text.charAt(0)) ? 1 : 0
  const closes = bracketed ? text.endsWith('>') : QUOTES.test(text.at(-1) ?? '')
  const end = closes && text.length > start ? text.length - 1 : text.length
  if (start === 0 && end === text.length) return pasted
  const span = start > 0 ? originalSpan(pasted, 0, 1) : originalSpan(pasted, end, text.length)
  report('quotes', span, dashboardUrlWords().problems.quotesAround)
  return slicePasted(pasted, start, end)
}

/** `Postback URL: https://…` and two URLs in one field. */
function firstUrl(pasted: PastedText, report: ReportProblem): PastedText {
  const before = /^[^?]*?\s(?=https?:\/\/)/i.exec(pasted.text)?.[0] ?? ''
  const startsWithUrl = /^https?:\/\//i.test(pasted.text)
  if (before !== '' && !startsWithUrl) {
    report(
      'text-around-url',
      originalSpan(pasted, 0, before.trimEnd().length),
      dashboardUrlWords().problems.textInFront,
    )
    return firstUrl(slicePasted(pasted, before.length), report)
  }
  const second = startsWithUrl ? pasted.text.search(/\shttps?:\/\//i) : -1
  if (second === -1) return pasted
  report('several-urls', originalSpan(pasted, second + 1, pasted.text.length), dashboardUrlWords().problems.severalUrls)
  const end = pasted.text.slice(0, second).trimEnd().length
  return slicePasted(pasted, 0, end)
}

function withoutBreaks(pasted: PastedText, report: ReportProblem): PastedText {
  const unbroken = replacePasted(pasted, /[^\S\r\n\t\u2028\u2029]*[\r\n\t\u2028\u2029]\s*/g, () => '')
  const [firstBreak] = unbroken.spans
  if (firstBreak) {
    report('line-break', firstBreak, dashboardUrlWords().problems.lineBreak)
  }
  const joined = replacePasted(unbroken.pasted, /\s+/g, () => '')
  const [firstSpace] = joined.spans
  if (firstSpace) {
    report('space', firstSpace, dashboardUrlWords().problems.space)
  }
  return joined.pasted
}

function withoutTypographicQuotes(pasted: PastedText, report: ReportProblem): PastedText {
  const clean = replacePasted(pasted, TYPOGRAPHIC_QUOTES, () => '')
  const [first] = clean.spans
  if (first) report('quotes', first, dashboardUrlWords().problems.curlyQuote)
  return clean.pasted
}

function decodedOnce(pasted: PastedText, report: ReportProblem): PastedText {
  if (!ENCODED_URL.test(pasted.text)) return pasted
  report('url-encoded', originalSpan(pasted, 0, pasted.text.length), dashboardUrlWords().problems.wholeEncoded)
  const printable = /%(?:2[0-9a-f]|[3-6][0-9a-f]|7[0-9a-e])/gi
  return replacePasted(pasted, printable, ([escape]) => String.fromCharCode(Number.parseInt(escape.slice(1), 16)))
    .pasted
}

function withoutBackslashes(pasted: PastedText, report: ReportProblem): PastedText {
  const clean = replacePasted(pasted, /\\/g, () => '/')
  const [first] = clean.spans
  if (!first) return pasted
  const inQuery = pasted.text.indexOf('?')
  const firstAt = pasted.text.indexOf('\\')
  // Behind the “?” a backslash is part of a name or value, for the checks of those to judge.
  if (inQuery !== -1 && firstAt > inQuery) return pasted
  report('backslash', first, dashboardUrlWords().problems.backslash)
  return clean.pasted
}

function withoutHtml(pasted: PastedText, endpoint: DashboardUrlEndpoint, report: ReportProblem): PastedText {
  const ampersands = replacePasted(pasted, /&(?:(?:amp|#0*38|#x0*26);)+/gi, () => '&')
  const [ampersand] = ampersands.spans
  if (ampersand) {
    report('html-ampersand', ampersand, dashboardUrlWords().problems.htmlAmpersand)
  }
  const names = [endpoint.userIdParam, endpoint.rewardAmountParam].flatMap((name) => [name, encodeName(name)])
  const entities = replacePasted(ampersands.pasted, /[¤¶§©®×¬°·µ¢£¥±÷][^=&¤¶§©®×¬°·µ¢£¥±÷]*(?==)/g, ([match]) => {
    const meant = `${ENTITIES[match.charAt(0)] ?? ''}${match.slice(1)}`
    return names.includes(meant) ? `&${meant}` : match
  })
  if (entities.pasted.text === ampersands.pasted.text) return ampersands.pasted
  const [entity] = entities.spans
  if (entity) {
    const sign = pasted.text.charAt(pasted.text.search(/[¤¶§©®×¬°·µ¢£¥±÷]/))
    report(
      'html-entity',
      { start: entity.start, end: entity.start + 1 },
      dashboardUrlWords().problems.htmlEntity(ENTITIES[sign] ?? '', sign),
    )
  }
  return entities.pasted
}
