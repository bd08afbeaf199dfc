import { type Command, InvalidArgumentError } from 'commander'
import { armingSchema } from '../core/expectation.ts'
import { ended } from './ended.ts'
import { expectPostback } from './expect.ts'
import { refuseUnless } from './options.ts'
import type { Output } from './output.ts'
import { addPortOption, addServeOptions, endpointOf, overridesOf, type ServeFlags } from './serve-options.ts'
import { appVersion } from './version.ts'

const DEFAULT_TIMEOUT_S = 120

interface ExpectFlags extends ServeFlags {
  readonly user: string
  readonly amount: string
  readonly timeout: number
}

const DESCRIPTION = `waits for one postback with exactly this user id and amount: an integration test for your CI.
Runs the receiver and the tunnel without a screen and prints the dashboard URL.
Exit codes: 0 it came, 1 another one or none came, 2 wrong usage, 3 it could not run, 130 Ctrl+C.`

/** Adds `expect`. */
export function addExpect(root: Command, output: Output): void {
  const command = root
    .command('expect')
    .description(DESCRIPTION)
    .summary('waits for one postback and says whether it is the expected one')
    .requiredOption('--user <id>', 'the user id that must arrive, to the character', parseUser)
    .requiredOption('--amount <amount>', 'the reward amount that must arrive, to the character', parseAmount)
    .option(
      '--timeout <seconds>',
      'how long to wait for the postback, and before that for the tunnel',
      parseTimeout,
      DEFAULT_TIMEOUT_S * 1000,
    )
  // Shown in seconds, as it is given.
  command.options.at(-1)?.default(DEFAULT_TIMEOUT_S * 1000, String(DEFAULT_TIMEOUT_S))
  addPortOption(command)
  addServeOptions(
    command,
    'where the history is kept (default: a temporary folder, removed at the end, so that a running inspector is not disturbed)',
  )
    .allowExcessArguments(false)
    .action(async (flags: ExpectFlags) => {
      await expectPostback(
        {
          dataFolder: flags.data ?? null,
          version: appVersion(),
          overrides: overridesOf(flags),
          endpoint: endpointOf(flags, command),
          userId: flags.user,
          amount: flags.amount,
          timeoutMs: flags.timeout,
          json: flags.json,
        },
        output,
        ended(),
      )
    })
}

function parseUser(text: string): string {
  refuseUnless(armingSchema.shape.userId.safeParse(text))
  return text
}

function parseAmount(text: string): string {
  refuseUnless(armingSchema.shape.amount.safeParse(text))
  return text
}

/** Reads seconds, answers with ms. */
function parseTimeout(text: string): number {
  if (!/^\d{1,7}(\.\d{1,3})?$/.test(text)) throw new InvalidArgumentError('Give a number of seconds, for example 120.')
  const ms = Math.round(Number(text) * 1000)
  refuseUnless(armingSchema.shape.waitMs.safeParse(ms))
  return ms
}
