import { helpWords } from '../../words/of/help.ts'

/** A stretch of help text: prose, `code` (as it stands in a request or a program), or words on the screen. */
export interface HelpTextPart {
  readonly kind: 'prose' | 'code' | 'screen'
  readonly text: string
}

const SIGNS = /`([^`]+)`|\*\*([^*]+)\*\*/g

/** Cuts help text at its two signs: `code` between backticks, words on the screen between `**`. */
export function helpTextParts(text: string): readonly HelpTextPart[] {
  const parts: HelpTextPart[] = []
  let from = 0
  const prose = (until: number): void => {
    if (until > from) parts.push({ kind: 'prose', text: text.slice(from, until) })
  }
  for (const match of text.matchAll(SIGNS)) {
    prose(match.index)
    const [whole, code, screen] = match
    parts.push(code === undefined ? { kind: 'screen', text: screen ?? '' } : { kind: 'code', text: code })
    from = match.index + whole.length
  }
  prose(text.length)
  return parts
}

/** The same for where there is only text: code and words on the screen stand in the spoken language's quotes. */
export function plainHelpText(text: string): string {
  const { quoted } = helpWords()
  return helpTextParts(text)
    .map((part) => (part.kind === 'prose' ? part.text : quoted(part.text)))
    .join('')
}
