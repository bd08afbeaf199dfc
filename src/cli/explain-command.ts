import type { Command } from 'commander'
import { findCode } from '../core/help/finding-pages.ts'
import { nearestCodes } from '../core/help/nearest-codes.ts'
import { CliError, EXIT } from './exit.ts'
import { listAsJson, listAsText, pageAsJson, pageAsText } from './explain-output.ts'
import { type Output, printable } from './output.ts'

/** What somebody types by mistake is named in an answer only so far. */
const LONGEST_NAMED = 80

/** Adds `explain`: the page of a finding code, or the list of all. Exit code 2 where there is no such code. */
export function addExplain(root: Command, output: Output): void {
  root
    .command('explain')
    .description(
      'says what a finding code means, why it comes about and how to put it right; without a code, lists all',
    )
    .argument('[code]', 'a finding’s code, such as macro-not-replaced')
    .option('--json', 'one JSON object on standard output, and nothing else there', false)
    .allowExcessArguments(false)
    .action((text: string | undefined, { json }: { readonly json: boolean }) => {
      if (text === undefined) {
        if (json) output.line(JSON.stringify(listAsJson()))
        else for (const line of listAsText()) output.line(line)
        return
      }
      const code = findCode(text)
      if (code === null) throw new CliError(EXIT.usage, unknownCode(text))
      if (json) output.line(JSON.stringify(pageAsJson(code)))
      else for (const line of pageAsText(code)) output.line(line)
    })
}

function unknownCode(text: string): string {
  const near = nearestCodes(text)
  const named = printable(text.length > LONGEST_NAMED ? `${text.slice(0, LONGEST_NAMED)}…` : text)
  const suggestion = near.length === 0 ? '' : ` Near it are:\n${near.map((code) => `  ${code}\n`).join('')}`
  return `There is no finding code “${named}”.${suggestion}${near.length === 0 ? ' ' : ''}“explain” without a code lists all of them.`
}
