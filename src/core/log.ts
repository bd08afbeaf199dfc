/** How grave an entry of the log is. */
export type LogLevel = 'info' | 'warning' | 'error'

/** One thing worth knowing afterwards: what happened, in one sentence. Never a secret. */
export interface LogEntry {
  readonly level: LogLevel
  /** The part of the inspector that it is about: `tunnel`, `history`. */
  readonly subject: string
  readonly sentence: string
  /** Lines beneath it, such as the stack of an error. */
  readonly detail?: readonly string[]
}

/** Where the inspector writes what happened to it. Never throws, and nobody waits for it. */
export interface Log {
  write(entry: LogEntry): void
}

/** So much of a line is written at most, in UTF-16 units. */
const LONGEST_LINE = 1000

/**
 * The text without what it quotes: “…”, „…“, "…", '…' and `…` hold what a stranger sent or the user typed. An apostrophe
 * within a word quotes nothing. Text from outside stands in quotes in every sentence of the inspector.
 */
export function withoutValues(text: string): string {
  return text
    .slice(0, LONGEST_LINE)
    .replaceAll(/„[^“]*(?:“|$)|“[^”]*(?:”|$)/g, '“…”')
    .replaceAll(/"[^"]*(?:"|$)/g, '"…"')
    .replaceAll(/`[^`]*(?:`|$)/g, '`…`')
    .replaceAll(/(?<![\p{L}\p{N}])'[^']*(?:'|$)/gu, "'…'")
}

/** An unexpected error as an entry: its name and message without values, and where it happened. */
export function bugEntry(error: unknown, subject = 'bug'): LogEntry {
  if (!(error instanceof Error))
    return { level: 'error', subject, sentence: withoutValues(`Unexpected: ${String(error)}`) }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    level: 'error',
    subject,
    sentence: `Unexpected: ${error.name}: ${withoutValues(error.message)}`,
    detail: frames.map((line) => line.trim()),
  }
}
