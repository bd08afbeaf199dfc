import { helpWords } from '../../../words/of/help.ts'
import type { GuideSection } from './section.ts'

/** Sending what Adjump would send, and judging the backend that answers. */
export function sending() {
  const { simulator, conformance } = helpWords().guide
  return [
    {
      id: 'simulator',
      title: simulator.title,
      summary: simulator.summary,
      blocks: [
        { kind: 'text', text: simulator.compose },
        { kind: 'picture', picture: 'simulator', alt: simulator.picture },
        { kind: 'points', items: simulator.points },
        {
          kind: 'commands',
          lines: ["adjump-inspector send --url 'http://127.0.0.1:3000/hitpoint' --user u_1001 --amount 12.50"],
        },
      ],
    },
    {
      id: 'conformance',
      title: conformance.title,
      summary: conformance.summary,
      blocks: [
        { kind: 'text', text: conformance.scenarios },
        { kind: 'picture', picture: 'conformance', alt: conformance.picture },
        { kind: 'steps', items: conformance.steps },
        { kind: 'commands', lines: ["adjump-inspector conform --url 'http://127.0.0.1:3000/hitpoint'"] },
      ],
    },
  ] as const satisfies readonly GuideSection[]
}
