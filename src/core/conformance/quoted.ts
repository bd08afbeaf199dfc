import { conformanceWords } from '../../words/of/conformance.ts'
import { visibleText } from '../visible.ts'

const SHOWN = 60

/** A received or sent text inside a sentence: visible, in quotes, and cut in the middle where it is long. */
export function quoted(text: string): string {
  const characters = Array.from(text)
  if (characters.length <= 2 * SHOWN) return conformanceWords().quoted(visibleText(text))
  const [start, end] = [characters.slice(0, SHOWN), characters.slice(-12)]
  return conformanceWords().quotedCut(visibleText(start.join('')), visibleText(end.join('')), characters.length)
}
