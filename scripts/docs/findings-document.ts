import { FINDING_CODES, type FindingCode, SEVERITY_BY_CODE } from '../../src/core/findings/codes.ts'
import { findingText } from '../../src/core/findings/texts.ts'
import { findingGroups, findingPage } from '../../src/core/help/finding-pages.ts'
import { readExample } from '../../src/core/help/read-example.ts'
import { visibleText } from '../../src/core/visible.ts'
import { escaped, fenced, MADE_BY, points, prose, requestLines } from './markdown.ts'

/** `docs/findings.md`: every finding code with its page, in the order in which the app shows them. */
export function findingsDocument(): string {
  const groups = findingGroups()
  const parts = [
    '# Finding codes',
    MADE_BY,
    `A finding says one thing about a postback. There are ${String(FINDING_CODES.length)} codes; the same pages stand in the app, beside each finding and under *Help*, and \`adjump-inspector explain CODE\` prints them. An *error* fails a postback, a *warning* needs a look, an *info* is worth knowing. The examples are read with the default mapping, by the same code that reads what arrives; a line of \`^\` marks the evidence.`,
    ...groups.flatMap(({ title, codes }) => [`**${escaped(title)}**`, table(codes)]),
    ...groups.flatMap(({ title, codes }) => [`## ${escaped(title)}`, ...codes.map(page)]),
  ]
  return `${parts.join('\n\n')}\n`
}

function table(codes: readonly FindingCode[]): string {
  const rows = codes.map(
    (code) => `| ${link(code)} | ${SEVERITY_BY_CODE[code]} | ${escaped(findingText(code).wrong)} |`,
  )
  return ['| code | severity | what is wrong |', '| --- | --- | --- |', ...rows].join('\n')
}

function link(code: FindingCode): string {
  return `[${code}](#${code})`
}

function page(code: FindingCode): string {
  const { title, what, why, matters, dashboard, backend, related } = findingPage(code)
  return [
    `### ${code}`,
    `**${prose(title)}** (${SEVERITY_BY_CODE[code]})`,
    escaped(findingText(code).wrong),
    prose(what),
    `*Why it happens.* ${prose(why)}`,
    `*Why it matters.* ${prose(matters)}`,
    ...remedy('In the Adjump dashboard', dashboard),
    ...remedy('In your backend or app', backend),
    ...example(code),
    `See also ${related.map(link).join(', ')}.`,
  ].join('\n\n')
}

function remedy(title: string, sentences: readonly string[]): readonly string[] {
  return sentences.length === 0 ? [] : [`*${title}*`, points(sentences.map(prose))]
}

function example(code: FindingCode): readonly string[] {
  const { example, note } = findingPage(code)
  const { earlier, headers = [], body, right } = example
  const { reading, finding, others } = readExample(code, example)
  const also = others.length === 0 ? '' : ` Also found: ${others.map(link).join(', ')}.`
  return [
    '*Example*',
    fenced(
      [
        ...(earlier === undefined ? [] : [`GET ${earlier.target}`, `${String(earlier.secondsBefore)} s later:`]),
        ...requestLines(example, finding?.evidence ?? []),
        ...headers.map(([name, value]) => `${name}: ${value}`),
        ...(body === undefined ? [] : ['', body]),
      ],
      'text',
    ),
    `${prose(note)} Read from it: user id ${valueWords(reading.userId)}, amount ${valueWords(reading.rewardAmount)}, verdict *${reading.verdict ?? 'none'}*. ${escaped(finding?.detail ?? '')}${also}`,
    `Put right: \`GET ${right}\``,
  ]
}

function valueWords(value: string | null): string {
  return value === null ? '*absent*' : value === '' ? '*empty*' : `“${escaped(visibleText(value))}”`
}
