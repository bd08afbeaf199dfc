import { helpWords } from '../../../words/of/help.ts'
import type { GuideSection } from './section.ts'

/** What was expected, and what came of it. */
export function proving() {
  const { expectations, users } = helpWords().guide
  return [
    {
      id: 'expectations',
      title: expectations.title,
      summary: expectations.summary,
      blocks: [
        { kind: 'text', text: expectations.arm },
        { kind: 'picture', picture: 'verify', alt: expectations.picture },
        { kind: 'terms', terms: expectations.states },
        { kind: 'text', text: expectations.evidence },
        { kind: 'text', text: expectations.pipeline },
        { kind: 'commands', lines: ['adjump-inspector expect --user u_1001 --amount 12.50 --timeout 300'] },
      ],
    },
    {
      id: 'users',
      title: users.title,
      summary: users.summary,
      blocks: [
        { kind: 'text', text: users.list },
        { kind: 'picture', picture: 'users', alt: users.picture },
        { kind: 'text', text: users.sums },
      ],
    },
  ] as const satisfies readonly GuideSection[]
}
