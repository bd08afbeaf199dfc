import { counted, number } from '../numbers.ts'
import { keepingGuide } from './help/guide-keeping.ts'
import { provingGuide } from './help/guide-proving.ts'
import { receivingGuide } from './help/guide-receiving.ts'
import { sendingGuide } from './help/guide-sending.ts'
import { pages } from './help/pages.ts'

/** The help's own screen, and what stands on its pages. */
export const help = {
  /** The headline of the guide and its sections. */
  guideTitle: 'Guide',
  codesTitle: 'Finding codes',
  codesIntro: (count: number) =>
    `A finding says one thing about a postback, and there are ${number(count)} of them. An error fails the postback, a warning needs a look, an info is worth knowing.`,
  /** Code and words on the screen, where they cannot be drawn otherwise. */
  quoted: (text: string) => `“${text}”`,
  search: {
    label: 'Search the help',
    found: 'Found',
    none: 'No page has these words.',
    noCodes: 'No code’s page has the words that you searched for.',
    pages: (count: number) => counted(count, 'page', 'pages'),
  },
  list: 'Help pages',
  tour: 'Try it without Adjump',
  missing: {
    title: 'There is no such page',
    text: 'The address names neither a finding code nor a section of the guide.',
    all: 'Show all finding codes',
  },
  /** The way from a section to what it is about. */
  open: {
    postbacks: 'Open Postbacks',
    endpoints: 'Open Endpoints',
    tunnel: 'Open Tunnel',
    verify: 'Open Verify',
    users: 'Open Users',
    simulator: 'Open Simulator',
    settings: 'Open Settings',
  },
  commands: 'Commands',
  copyCommand: 'Copy the command',
  finding: {
    what: 'What is this?',
    whatOf: (code: string) => `What is this? ${code}`,
    explain: (code: string) => `Explain ${code}`,
    back: 'Back',
    inHelp: 'Open this page in Help',
  },
  page: {
    example: 'Example',
    why: 'Why it happens',
    matters: 'Why it matters',
    dashboard: 'In the Adjump dashboard',
    backend: 'In your backend or app',
    related: 'See also',
  },
  example: {
    later: (seconds: number) => `${number(seconds)} s later:`,
    userId: 'Read as user id',
    amount: 'Read as amount',
    verdict: 'Verdict',
    others: 'Also found',
    right: 'Put right',
    absent: 'absent',
    empty: 'empty',
  },
  /** The subjects by which the finding codes are listed. */
  groups: {
    values: 'Values that should be there',
    names: 'Names of the parameters',
    separators: '“?”, “&” and “=”',
    amountErrors: 'Amounts that are no number',
    amountOddities: 'Amounts written unusually',
    userIds: 'User ids and risky values',
    characters: 'Characters',
    encoding: 'Encoding',
    requests: 'The request as a whole',
  },
  pages,
  guide: { ...receivingGuide, ...provingGuide, ...sendingGuide, ...keepingGuide },
}

export type HelpWords = typeof help
