import { findingPage } from '../finding-pages.ts'
import { plainHelpText } from '../help-text.ts'
import type { GuideBlock, GuideSection } from './section.ts'

/** Every word of a section as plain text, for searching. */
export function guideText({ title, summary, blocks }: GuideSection): string {
  return [title, summary, ...blocks.flatMap(blockTexts)].join('\n')
}

function blockTexts(block: GuideBlock): readonly string[] {
  switch (block.kind) {
    case 'text':
      return [plainHelpText(block.text)]
    case 'steps':
    case 'points':
      return block.items.map(plainHelpText)
    case 'terms':
      return block.terms.flatMap(({ term, meaning }) => [plainHelpText(term), plainHelpText(meaning)])
    case 'picture':
      return []
    case 'commands':
      return block.lines
    case 'findings':
      return block.codes.flatMap((code) => [code, findingPage(code).title])
    default:
      return block satisfies never
  }
}
