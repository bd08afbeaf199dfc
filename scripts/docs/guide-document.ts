import type { FindingCode } from '../../src/core/findings/codes.ts'
import { findingText } from '../../src/core/findings/texts.ts'
import { findingPage } from '../../src/core/help/finding-pages.ts'
import { guide } from '../../src/core/help/guide/guide.ts'
import type { GuideBlock, GuideSection } from '../../src/core/help/guide/section.ts'
import { readExample } from '../../src/core/help/read-example.ts'
import { escaped, fenced, MADE_BY, points, prose, requestLines } from './markdown.ts'

/** `docs/guide.md`: the guide with its pictures. The app has the same text. */
export function guideDocument(): string {
  const sections = guide()
  const parts = [
    '# The guide',
    MADE_BY,
    'From the first launch to a verified postback, and what to do after it. The same text stands in the app under *Help*. Commands are written as they are called after `npm run build`, with `npx` before them; [command-line.md](command-line.md) has every option.',
    points(sections.map(({ title, summary }) => `[${escaped(title)}](#${anchor(title)}): ${escaped(summary)}`)),
    ...sections.flatMap(section),
  ]
  return `${parts.join('\n\n')}\n`
}

/** As GitHub makes it of a heading. */
function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
}

function section({ title, summary, blocks }: GuideSection): readonly string[] {
  return [`## ${escaped(title)}`, escaped(summary), ...blocks.flatMap(block)]
}

function block(part: GuideBlock): readonly string[] {
  switch (part.kind) {
    case 'text':
      return [prose(part.text)]
    case 'steps':
      return [part.items.map((item, at) => `${String(at + 1)}. ${prose(item)}`).join('\n')]
    case 'points':
      return [points(part.items.map(prose))]
    case 'terms':
      return [points(part.terms.map(({ term, meaning }) => `**${escaped(term)}**: ${prose(meaning)}`))]
    case 'picture':
      return [`![${escaped(part.alt)}](pictures/${part.picture}.png)`]
    case 'commands':
      return [fenced(part.lines, 'sh')]
    case 'findings':
      return part.codes.flatMap(finding)
    default:
      return part satisfies never
  }
}

function finding(code: FindingCode): readonly string[] {
  const { title, example } = findingPage(code)
  const { wrong, fix } = findingText(code)
  return [
    `### ${escaped(title)}`,
    `${escaped(wrong)} ${escaped(fix)} ([${code}](findings.md#${code}))`,
    fenced(requestLines(example, readExample(code, example).finding?.evidence ?? []), 'text'),
  ]
}
