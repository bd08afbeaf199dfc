import { helpWords } from '../../../words/of/help.ts'
import type { GuideSection } from './section.ts'

/** From the first launch to a postback that is understood. */
export function receiving() {
  const { firstPostback, verdict, mistakes, nothingArrives } = helpWords().guide
  return [
    {
      id: 'first-postback',
      title: firstPostback.title,
      summary: firstPostback.summary,
      blocks: [
        { kind: 'text', text: firstPostback.start },
        { kind: 'picture', picture: 'first-steps', alt: firstPostback.firstStepsPicture },
        { kind: 'steps', items: firstPostback.steps },
        { kind: 'text', text: firstPostback.qrCode },
        { kind: 'text', text: firstPostback.testPostback },
        { kind: 'text', text: firstPostback.tour },
        { kind: 'text', text: firstPostback.check },
        { kind: 'picture', picture: 'dashboard-url-check', alt: firstPostback.checkPicture },
        {
          kind: 'commands',
          lines: ["adjump-inspector check-url 'https://example.com/hitpoint?userid={user_id}&reward_amount={amount}'"],
        },
      ],
    },
    {
      id: 'verdict',
      title: verdict.title,
      summary: verdict.summary,
      blocks: [
        { kind: 'picture', picture: 'postbacks', alt: verdict.listPicture },
        { kind: 'text', text: verdict.verdicts },
        { kind: 'terms', terms: verdict.verdictTerms },
        { kind: 'text', text: verdict.details },
        { kind: 'picture', picture: 'verdict', alt: verdict.detailsPicture },
        { kind: 'text', text: verdict.codes },
        { kind: 'picture', picture: 'finding-page', alt: verdict.pagePicture },
        { kind: 'commands', lines: ['adjump-inspector explain macro-not-replaced', 'adjump-inspector explain'] },
        { kind: 'text', text: verdict.kinds },
        { kind: 'terms', terms: verdict.kindTerms },
      ],
    },
    {
      id: 'mistakes',
      title: mistakes.title,
      summary: mistakes.summary,
      blocks: [
        { kind: 'text', text: mistakes.inTheUrl },
        {
          kind: 'findings',
          codes: [
            'macro-not-replaced',
            'template-name-left',
            'name-near-miss',
            'html-ampersand',
            'question-mark-missing',
            'path-differs',
            'amount-decimal-comma',
            'amount-has-unit',
            'plus-as-space',
            'user-id-placeholder',
          ],
        },
        { kind: 'text', text: mistakes.buttons },
      ],
    },
    {
      id: 'nothing-arrives',
      title: nothingArrives.title,
      summary: nothingArrives.summary,
      blocks: [
        { kind: 'text', text: nothingArrives.causes },
        { kind: 'picture', picture: 'tunnel', alt: nothingArrives.tunnelPicture },
        { kind: 'steps', items: nothingArrives.steps },
        { kind: 'text', text: nothingArrives.names },
      ],
    },
  ] as const satisfies readonly GuideSection[]
}
