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
    report(
      'invisible-character',
      first,
      `There is a character that cannot be seen: ${what}.`,
      'Clear the field and paste the URL again as plain text.',
    )
  }
  return clean.pasted
}

function withoutEdges(pasted: PastedText, report: ReportProblem): PastedText {
  const start = /^\s*/.exec(pasted.text)?.[0].length ?? 0
  const end = pasted.text.trimEnd().length
  if (start > 0 || end < pasted.text.length) {
    const span = start > 0 ? originalSpan(pasted, 0, start) : originalSpan(pasted, end, pasted.text.length)
    const where = start > 0 ? 'begins' : 'ends'
    report('edge-whitespace', span, `The URL ${where} with a space or line break.`, 'Delete it in the dashboard.')
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
  report('quotes', span, 'The URL stands in quotes or brackets.', 'Remove them; only the URL belongs in the field.')
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
      'There is other text in front of the URL.',
      'Leave only the URL in the field.',
    )
    return firstUrl(slicePasted(pasted, before.length), report)
  }
  const second = startsWithUrl ? pasted.text.search(/\shttps?:\/\//i) : -1
  if (second === -1) return pasted
  report(
    'several-urls',
    originalSpan(pasted, second + 1, pasted.text.length),
    'There is more than one URL in the field; only the first was checked.',
    'Leave one URL in the field.',
  )
  const end = pasted.text.slice(0, second).trimEnd().length
  return slicePasted(pasted, 0, end)
}

function withoutBreaks(pasted: PastedText, report: ReportProblem): PastedText {
  const unbroken = replacePasted(pasted, /[^\S\r\n\t\u2028\u2029]*[\r\n\t\u2028\u2029]\s*/g, () => '')
  const [firstBreak] = unbroken.spans
  if (firstBreak) {
    report(
      'line-break',
      firstBreak,
      'There is a line break or tab within the URL.',
      'Join it into one line without anything in between.',
    )
  }
  const joined = replacePasted(unbroken.pasted, /\s+/g, () => '')
  const [firstSpace] = joined.spans
  if (firstSpace) {
    report(
      'space',
      firstSpace,
      'There is a space within the URL.',
      'Delete it; a space that belongs to a name is written %20.',
    )
  }
  return joined.pasted
}

function withoutTypographicQuotes(pasted: PastedText, report: ReportProblem): PastedText {
  const clean = replacePasted(pasted, TYPOGRAPHIC_QUOTES, () => '')
  const [first] = clean.spans
  if (first) report('quotes', first, 'There is a curly quote within the URL.', 'Delete it; no quotes belong in there.')
  return clean.pasted
}

function decodedOnce(pasted: PastedText, report: ReportProblem): PastedText {
  if (!ENCODED_URL.test(pasted.text)) return pasted
  report(
    'url-encoded',
    originalSpan(pasted, 0, pasted.text.length),
    'The whole URL is percent-encoded, so neither host nor macros can be recognised.',
    'Paste it as it is shown here, with bare “:”, “/”, “?” and braces.',
  )
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
  report('backslash', first, 'There is a backslash where a slash belongs.', 'Write “/” instead of “\\”.')
  return clean.pasted
}

function withoutHtml(pasted: PastedText, endpoint: DashboardUrlEndpoint, report: ReportProblem): PastedText {
  const ampersands = replacePasted(pasted, /&(?:(?:amp|#0*38|#x0*26);)+/gi, () => '&')
  const [ampersand] = ampersands.spans
  if (ampersand) {
    report(
      'html-ampersand',
      ampersand,
      'The URL was pasted through HTML, so “&” became “&amp;”.',
      'Write a bare “&” between the parameters.',
    )
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
      `The URL was pasted through HTML, so “&${ENTITIES[sign] ?? ''}” became “${sign}”.`,
      'Copy the URL again as plain text.',
    )
  }
  return entities.pasted
}
