import type { LogEntry } from '../../core/log.ts'
import { visibleText } from '../../core/visible.ts'

/** So much of a line is written at most, in UTF-16 units; a stack has so many lines at most. */
const LONGEST_LINE = 2000
const MOST_DETAILS = 40

/**
 * One entry as the file has it, with its line's end: `2026-01-15T12:00:00.000Z warning tunnel  Sentence.`, details
 * indented beneath. Control characters are escaped, so that no text can make a line of its own.
 */
export function logLine({ level, subject, sentence, detail = [] }: LogEntry, at: number): string {
  const head = `${new Date(at).toISOString()} ${level.padEnd(7)} ${subject.padEnd(8)} ${visible(sentence)}\n`
  return (
    head +
    detail
      .slice(0, MOST_DETAILS)
      .map((line) => `    ${visible(line)}\n`)
      .join('')
  )
}

function visible(text: string): string {
  const whole = visibleText(text.slice(0, LONGEST_LINE))
  return text.length > LONGEST_LINE ? `${whole}…` : whole
}
