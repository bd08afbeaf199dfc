import { helpWords } from '../../../words/of/help.ts'
import type { GuideSection } from './section.ts'

/** Taking the history along, and letting it go. */
export function keeping() {
  const { exports, retention } = helpWords().guide
  return [
    {
      id: 'exports',
      title: exports.title,
      summary: exports.summary,
      blocks: [
        { kind: 'picture', picture: 'export-menu', alt: exports.picture },
        { kind: 'terms', terms: exports.formats },
        { kind: 'text', text: exports.whole },
        {
          kind: 'commands',
          lines: [
            'adjump-inspector export --format csv --since 7d --out postbacks.csv',
            'adjump-inspector report --since 12h --format html --out evidence.html',
            'adjump-inspector archive --out history.adjump-archive',
          ],
        },
      ],
    },
    {
      id: 'retention',
      title: retention.title,
      summary: retention.summary,
      blocks: [
        { kind: 'text', text: retention.rules },
        { kind: 'picture', picture: 'retention', alt: retention.picture },
        { kind: 'text', text: retention.clear },
        {
          kind: 'commands',
          lines: ['adjump-inspector serve --keep-days 90', 'adjump-inspector clear --kind noise --older-than 30d'],
        },
      ],
    },
  ] as const satisfies readonly GuideSection[]
}
