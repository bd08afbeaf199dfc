import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { conformanceReport } from '../app/conformance-report.ts'
import { executeRun, type PreparedRun, prepareRun } from '../app/conformance-run.ts'
import type { OutgoingDesk } from '../app/outgoing-desk.ts'
import { openStandaloneDesk } from '../app/standalone-desk.ts'
import { CallError } from '../contract/errors.ts'
import { type ConformanceOptions, conformanceOptionsSchema } from '../core/conformance/options.ts'
import type { ConformanceRun, ScenarioResult } from '../core/conformance/run.ts'
import { countVerdicts } from '../core/conformance/verdicts.ts'
import { jsonConformReporter, textConformReporter } from './conform-output.ts'
import { CliError, EXIT } from './exit.ts'
import type { Output } from './output.ts'
import { appVersion } from './version.ts'

/** What was written behind `conform`; `timeout` in seconds. */
export interface ConformFlags {
  readonly url?: string
  readonly userParam: string
  readonly amountParam: string
  readonly transactionParam?: string
  readonly param: readonly (readonly [string, string])[]
  readonly user?: string
  readonly scenario: readonly string[]
  readonly list: boolean
  readonly balanceUrl?: string
  readonly balanceField?: string
  readonly timeout: number
  readonly yes: boolean
  readonly strict: boolean
  readonly html?: string
  readonly json: boolean
}

/** Which option a field of the options comes from. */
const OPTION_OF: Readonly<Record<string, string>> = {
  url: '--url',
  names: '--user-param, --amount-param, --transaction-param or --param',
  scenarioIds: '--scenario',
  balanceUrl: '--balance-url',
  balanceField: '--balance-field',
  knownUser: '--user',
  timeoutMs: '--timeout',
}

/**
 * Runs the check, prints each result as it comes and writes the report. Rejects with a `CliError`: 1 where a scenario
 * failed, 2 for wrong options, 3 where the backend is not there or the report could not be written, 130 after Ctrl+C.
 */
export async function conform(flags: ConformFlags & { readonly url: string }, output: Output): Promise<void> {
  const options = toOptions(flags)
  const desk = openStandaloneDesk()
  const stop = new AbortController()
  const onSignal = (): void => stop.abort()
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal)
  try {
    const prepared = prepare(options, desk)
    const reporter = flags.json ? jsonConformReporter(output) : textConformReporter(output)
    reporter.started(prepared.run)
    const parts = {
      desk,
      version: appVersion(),
      signal: stop.signal,
      onResult: (result: ScenarioResult) => reporter.judged(result),
    }
    const run = await executeRun(prepared, parts)
    reporter.ended(run)
    if (flags.html !== undefined) await writeReport(run, flags.html)
    conclude(run, flags.strict)
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
    desk.close()
  }
}

function toOptions(flags: ConformFlags & { readonly url: string }): ConformanceOptions {
  const parsed = conformanceOptionsSchema.safeParse({
    url: flags.url,
    names: {
      userIdParam: flags.userParam,
      rewardAmountParam: flags.amountParam,
      transactionIdParam: flags.transactionParam ?? null,
      constants: flags.param,
    },
    scenarioIds: flags.scenario,
    balanceUrl: flags.balanceUrl ?? null,
    balanceField: flags.balanceField ?? null,
    knownUser: flags.user ?? null,
    timeoutMs: Math.round(flags.timeout * 1000),
    confirmed: flags.yes,
  })
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const hint = issue?.path[0] === 'scenarioIds' ? ' --list prints them all.' : ''
  throw new CliError(
    EXIT.usage,
    `${optionFor(issue?.path[0])}${issue?.message ?? 'The options are not understood.'}${hint}`,
  )
}

function prepare(options: ConformanceOptions, desk: OutgoingDesk): PreparedRun {
  try {
    return prepareRun(randomUUID(), options, desk, appVersion())
  } catch (error) {
    if (!(error instanceof CallError)) throw error
    const hint = error.code === 'refused' ? ' Add --yes to run it all the same.' : ''
    throw new CliError(EXIT.usage, `${optionFor(error.issues[0]?.path[1])}${error.message}${hint}`)
  }
}

function optionFor(field: PropertyKey | undefined): string {
  const option = field === undefined ? undefined : OPTION_OF[String(field)]
  return option === undefined ? '' : `option '${option}': `
}

async function writeReport(run: ConformanceRun, file: string): Promise<void> {
  try {
    await writeFile(file, conformanceReport(run, 'html').text)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new CliError(EXIT.failed, `The report could not be written to ${file}: ${why}.`)
  }
}

function conclude(run: ConformanceRun, strict: boolean): void {
  if (run.state === 'unreachable') throw new CliError(EXIT.failed, run.why ?? 'The backend could not be reached.')
  if (run.state === 'cancelled') throw new CliError(EXIT.interrupted, run.why ?? 'It was cancelled.')
  const { fail, warning } = countVerdicts(run.results)
  if (fail > 0) throw new CliError(EXIT.no, `${String(fail)} of ${String(run.total)} scenarios failed.`)
  if (strict && warning > 0) {
    throw new CliError(EXIT.no, `${String(warning)} of ${String(run.total)} scenarios have a warning (--strict).`)
  }
}
