import { terminalText, visibleText } from '../core/visible.ts'

/**
 * Where a command prints: tests give their own. Text from outside is made `printable` where it is put into a line; what
 * slipped through, and what JSON leaves as it is, is escaped where it goes out.
 */
export interface Output {
  /** Standard output, a line. */
  line(text: string): void
  /** Standard error, a line. */
  note(text: string): void
}

/**
 * Whoever reads our output may leave, and a file may fill its disk: without a listener either would end the process,
 * and the capture must go on. A command whose work is its output hears of it through the stream itself.
 */
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

export const processOutput: Output = {
  line: linesTo(process.stdout),
  note: linesTo(process.stderr),
}

/** Lines of one moment go out together: each write to a pipe waits until the system has taken it. */
function linesTo(stream: NodeJS.WriteStream): (text: string) => void {
  let waiting = ''
  const flush = (): void => {
    const lines = waiting
    waiting = ''
    if (lines !== '') stream.write(lines)
  }
  // Microtasks do not run any more where the process is told to exit at once.
  process.once('exit', flush)
  return (text) => {
    if (waiting === '') queueMicrotask(flush)
    waiting += `${terminalText(text)}\n`
  }
}

/** Received text as it may be shown in a terminal: no escape sequence and no invisible character gets through. */
export function printable(text: string): string {
  return visibleText(text)
}
