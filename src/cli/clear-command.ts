import { createInterface } from 'node:readline/promises'
import { type Command, InvalidArgumentError } from 'commander'
import { clearFolder } from '../app/clear-folder.ts'
import type { RemovalPreview } from '../core/clearing.ts'
import { counted } from '../core/counted.ts'
import { EVERYTHING, type PostbackFilter } from '../core/filter.ts'
import { describeFilter } from '../core/filter-describe.ts'
import type { Kind } from '../core/postback.ts'
import { dataFolder } from './data-folder.ts'
import { CliError, EXIT } from './exit.ts'
import { interruption } from './interruption.ts'
import { parseKinds, parseMoment } from './options.ts'
import type { Output } from './output.ts'
import { appVersion } from './version.ts'

interface Flags {
  readonly data?: string
  readonly kind?: readonly Kind[]
  readonly since?: number
  readonly olderThan?: number
  readonly yes: boolean
  readonly json: boolean
}

/** `clear`: removes requests for good, but for those that are marked. */
export function addClear(root: Command, output: Output): void {
  root
    .command('clear')
    .description('removes requests from the history for good; what is pinned, coloured or has a note stays')
    .option('--kind <kinds>', 'only these, comma-separated: postback, probe, noise, rejected', parseKinds)
    .option('--since <time>', 'only what arrived since: ISO 8601, or a span such as 12h', (text: string) =>
      parseMoment(text),
    )
    .option('--older-than <time>', 'only what arrived before: ISO 8601, or a span such as 30d', parsePast)
    .option('--data <folder>', 'where the history lies; no inspector may be using it')
    .option('--yes', 'do not ask', false)
    .option('--json', 'one JSON object on standard output', false)
    .allowExcessArguments(false)
    .action(async (flags: Flags) => {
      await clearCommand(flags, output)
    })
}

async function clearCommand(flags: Flags, output: Output): Promise<void> {
  const canAsk = process.stdin.isTTY && process.stderr.isTTY
  if (!flags.yes && !canAsk) {
    throw new CliError(
      EXIT.usage,
      "option '--yes' is missing: without a terminal to ask in, it must be said beforehand.",
    )
  }
  const filter: PostbackFilter = {
    ...EVERYTHING,
    kinds: flags.kind ?? [],
    from: flags.since ?? null,
    to: flags.olderThan ?? null,
  }
  const signal = interruption()
  const seen = { requests: 0, marked: 0 }
  let refused = false
  const cleared = await clearFolder(
    { dataFolder: dataFolder(flags.data), version: appVersion(), what: words(filter) },
    filter,
    {
      signal,
      confirm: async (preview) => {
        Object.assign(seen, { requests: preview.requests, marked: preview.marked })
        if (preview.requests === 0 || flags.yes) return true
        refused = !(await agrees(question(preview), signal))
        return !refused
      },
    },
  )
  const removed = cleared?.removed ?? 0
  if (flags.json) output.line(JSON.stringify({ removed, marked: seen.marked, stopped: cleared?.state === 'stopped' }))
  else if (!refused) output.line(`${counted(removed, 'request')} removed${staying(seen.marked)}.`)
  if (signal.aborted) {
    throw new CliError(
      EXIT.interrupted,
      `Stopped: ${counted(removed, 'request')} of ${String(seen.requests)} are gone.`,
    )
  }
  if (refused) throw new CliError(EXIT.no, 'Nothing was removed.')
}

function question(preview: RemovalPreview): string {
  const { requests, marked, from, to } = preview
  const span =
    from === null || to === null ? '' : `, from ${new Date(from).toISOString()} to ${new Date(to).toISOString()}`
  return `Remove ${counted(requests, 'request')}${span}, for good${staying(marked)}? [y/N] `
}

function staying(marked: number): string {
  return marked === 0 ? '' : `; ${counted(marked, 'marked one')} ${marked === 1 ? 'stays' : 'stay'}`
}

async function agrees(text: string, signal: AbortSignal): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return /^y(es)?$/i.test((await lines.question(text, { signal })).trim())
  } catch {
    return false
  } finally {
    lines.close()
  }
}

function words(filter: PostbackFilter): string {
  return describeFilter(filter, {
    now: filter.from ?? 0,
    endpoints: [],
    timeZoneOffsetMinutes: (at) => -new Date(at).getTimezoneOffset(),
  })
}

function parsePast(text: string): number {
  const moment = parseMoment(text)
  if (moment > Date.now()) throw new InvalidArgumentError('Give a time that has passed, or a span such as 30d.')
  return moment
}
