import type { Command } from 'commander'
import { aboutScenario, scenarioGroupTitle } from '../core/scenarios/scenario.ts'
import { SCENARIOS } from '../core/scenarios/table.ts'
import { type ConformFlags, conform } from './conform.ts'
import { CliError, EXIT } from './exit.ts'
import { parseParam, parseTimeout } from './options.ts'
import type { Output } from './output.ts'

/** `conform`: scenarios against the user's own backend; exit 0 where nothing failed. */
export function addConform(root: Command, output: Output): void {
  root
    .command('conform')
    .description('checks your own backend with ready scenarios: does it credit once, and exactly?')
    .option('--url <url>', 'your backend, for example http://127.0.0.1:3000/hitpoint; its query goes along')
    .option('--user-param <name>', 'the name that carries the user id', 'user_id')
    .option('--amount-param <name>', 'the name that carries the reward amount', 'reward_amount')
    .option('--transaction-param <name>', 'the name that carries a transaction id, where your backend wants one')
    .option('--param <name=value>', 'one more parameter in every postback; may be repeated', parseParam, [])
    .option('--user <id>', 'a test user that your backend knows, where it credits no others')
    .option('--scenario <ids...>', 'only these; see --list', [])
    .option('--list', 'prints the scenarios and what a correct backend does', false)
    .option('--balance-url <url>', 'answers with a balance: http://127.0.0.1:3000/balance?user={user_id}')
    .option('--balance-field <path>', 'where the balance is in a JSON answer, for example data.balance')
    .option('--timeout <seconds>', 'how long to wait for each reply: 0.1 to 120', parseTimeout, 10)
    .option('--yes', 'run against a host that is not local: it is yours, or its owner agreed', false)
    .option('--strict', 'exit 1 where there are warnings, too', false)
    .option('--html <file>', 'writes the report as one HTML file')
    .option('--json', 'one JSON object a line on standard output, and nothing else there', false)
    .allowExcessArguments(false)
    .action(async (flags: ConformFlags) => {
      if (flags.list) {
        list(flags.json, output)
        return
      }
      const { url } = flags
      if (url === undefined) throw new CliError(EXIT.usage, "option '--url' is missing: name your backend’s URL.")
      await conform({ ...flags, url }, output)
    })
}

function list(json: boolean, output: Output): void {
  for (const scenario of SCENARIOS) {
    const { id, group } = scenario
    const { title, correct } = aboutScenario(scenario)
    if (json)
      output.line(JSON.stringify({ event: 'scenario.listed', id, group: scenarioGroupTitle(group), title, correct }))
    else output.line(`${id.padEnd(20)}${title}\n${' '.repeat(20)}${correct}`)
  }
}
