import { FINDING_CODES, type FindingCode, SEVERITY_BY_CODE } from '../core/findings/codes.ts'
import { findingText } from '../core/findings/texts.ts'
import { findingGroups, findingPage } from '../core/help/finding-pages.ts'
import { plainHelpText } from '../core/help/help-text.ts'
import { readExample } from '../core/help/read-example.ts'
import { markedLines } from '../core/marked-text.ts'
import { printable } from './output.ts'

/** Lines of prose are no longer than this, so that they read well in a wide terminal too. */
const WIDTH = 96

/** All codes by subject, each with its severity and its one sentence. */
export function listAsText(): readonly string[] {
  const width = Math.max(...FINDING_CODES.map((code) => code.length))
  return findingGroups().flatMap(({ title, codes }, at) => [
    ...(at === 0 ? [] : ['']),
    title,
    ...codes.map((code) => {
      const head = `  ${code.padEnd(width)}  ${SEVERITY_BY_CODE[code].padEnd('warning'.length)}`
      return `${head}  ${findingText(code).wrong}`
    }),
  ])
}

export function listAsJson() {
  return {
    codes: FINDING_CODES.map((code) => ({
      code,
      severity: SEVERITY_BY_CODE[code],
      title: findingPage(code).title,
      ...findingText(code),
    })),
  }
}

/** A page from top to bottom, as it stands on the screen. */
export function pageAsText(code: FindingCode): readonly string[] {
  const { title, what, why, matters, dashboard, backend, related } = findingPage(code)
  return [
    `${code} (${SEVERITY_BY_CODE[code]})`,
    title,
    '',
    ...wrapped(findingText(code).wrong),
    ...wrapped(plainHelpText(what)),
    ...part('Why it happens', [why]),
    ...part('Why it matters', [matters]),
    ...part('In the Adjump dashboard', dashboard),
    ...part('In your backend or app', backend),
    ...exampleLines(code),
    '',
    'See also',
    `  ${related.join(', ')}`,
  ]
}

function part(title: string, sentences: readonly string[]): readonly string[] {
  if (sentences.length === 0) return []
  return ['', title, ...sentences.flatMap((sentence) => wrapped(plainHelpText(sentence), '  '))]
}

function exampleLines(code: FindingCode): readonly string[] {
  const { example, note } = findingPage(code)
  const { method = 'GET', headers = [], body, target, earlier, right } = example
  const { reading, finding, others } = readExample(code, example)
  const [shown, marks] = markedLines(target, finding?.evidence ?? [])
  return [
    '',
    'Example',
    ...(earlier === undefined ? [] : [`  GET ${earlier.target}`, `  ${String(earlier.secondsBefore)} s later:`]),
    `  ${method} ${shown}`,
    ...(marks === '' ? [] : [`  ${' '.repeat(method.length)} ${marks}`]),
    ...headers.map(([name, value]) => `  ${name}: ${value}`),
    ...(body === undefined ? [] : ['', `  ${body}`]),
    ...wrapped(plainHelpText(note), '  '),
    '',
    'What is read from it',
    `  user id: ${valueWords(reading.userId)}, amount: ${valueWords(reading.rewardAmount)}, verdict: ${reading.verdict ?? 'none'}`,
    ...(finding === null ? [] : wrapped(finding.detail, '  ')),
    ...(others.length === 0 ? [] : [`  also found: ${others.join(', ')}`]),
    '',
    'Put right',
    `  GET ${right}`,
  ]
}

function valueWords(value: string | null): string {
  return value === null ? 'absent' : value === '' ? 'empty' : `“${printable(value)}”`
}

/** Breaks a paragraph into lines at its spaces. */
function wrapped(text: string, indent = ''): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && indent.length + longer.length > WIDTH) {
      lines.push(indent + line)
      line = word
    } else {
      line = longer
    }
  }
  return [...lines, indent + line]
}

export function pageAsJson(code: FindingCode) {
  const { title, what, why, matters, dashboard, backend, example, note, related } = findingPage(code)
  const { method = 'GET', headers = [], body = '', target, earlier, bad, right } = example
  const { reading, finding, others } = readExample(code, example)
  return {
    code,
    severity: SEVERITY_BY_CODE[code],
    title: plainHelpText(title),
    ...findingText(code),
    what: plainHelpText(what),
    why: plainHelpText(why),
    matters: plainHelpText(matters),
    dashboard: dashboard.map(plainHelpText),
    backend: backend.map(plainHelpText),
    example: {
      earlier: earlier ?? null,
      method,
      target,
      headers,
      body,
      bad,
      marks: finding?.evidence ?? [],
      note: plainHelpText(note),
      read: {
        userId: reading.userId,
        rewardAmount: reading.rewardAmount,
        amountValue: reading.amountValue,
        verdict: reading.verdict,
        detail: finding?.detail ?? null,
        others,
      },
      right,
    },
    related,
  }
}
