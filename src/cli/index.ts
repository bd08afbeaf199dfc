import { processOutput } from './output.ts'
import { runProgram } from './program.ts'

/** What such a command prints is small and long out by then. */
const LONGEST_END_MS = 3_000

process.exitCode = await runProgram(process.argv.slice(2), processOutput)

// A call into a native client (ngrok's) cannot be cancelled; it must not hold a process whose work is done.
if (['serve', 'expect'].includes(process.argv[2] ?? '')) setTimeout(() => process.exit(), LONGEST_END_MS).unref()
