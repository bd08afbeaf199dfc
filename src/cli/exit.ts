/** What the command line's exit codes mean. 130: ended by Ctrl+C before there was an answer, as shells have it. */
export const EXIT = { done: 0, no: 1, usage: 2, failed: 3, interrupted: 130 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** Ends a command with a code and one sentence on standard error. */
export class CliError extends Error {
  override readonly name = 'CliError'
  readonly exitCode: ExitCode
  constructor(exitCode: ExitCode, message: string) {
    super(message)
    this.exitCode = exitCode
  }
}
