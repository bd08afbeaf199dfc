import type { FindingCode } from '../../../core/findings/codes.ts'
import { findingText } from '../../../core/findings/texts.ts'
import { findingPage } from '../../../core/help/finding-pages.ts'
import type { GuideBlock } from '../../../core/help/guide/section.ts'
import { words } from '../../../words/words.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { ExampleRequestBox } from './example-view.tsx'
import { helpLink, LINK_LOOK } from './help-link.ts'
import { HelpProse } from './help-prose.tsx'

/** A part of the guide. Pictures are for the document: here the thing itself is one press away. */
export function GuideBlockView({ block }: { block: GuideBlock }) {
  switch (block.kind) {
    case 'text':
      return (
        <p>
          <HelpProse text={block.text} />
        </p>
      )
    case 'steps':
      return (
        <ol className="flex list-decimal flex-col gap-1.5 pl-5 marker:text-muted">
          <Items items={block.items} />
        </ol>
      )
    case 'points':
      return (
        <ul className="flex list-disc flex-col gap-1.5 pl-5 marker:text-faint">
          <Items items={block.items} />
        </ul>
      )
    case 'terms':
      return (
        <dl className="grid grid-cols-[minmax(6rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-1.5">
          {block.terms.map(({ term, meaning }) => (
            <div key={term} className="contents">
              <dt className="font-semibold">{term}</dt>
              <dd>
                <HelpProse text={meaning} />
              </dd>
            </div>
          ))}
        </dl>
      )
    case 'commands':
      return (
        <ul aria-label={words().help.commands} className="flex flex-col gap-1">
          {block.lines.map((line) => (
            <li key={line} className="flex items-start gap-1 rounded-m border border-line bg-sunken py-1 pr-1 pl-2.5">
              <code className="min-w-0 flex-1 py-0.5 font-mono text-s wrap-anywhere">{line}</code>
              <CopyButton text={line} label={words().help.copyCommand} size="s" />
            </li>
          ))}
        </ul>
      )
    case 'findings':
      return block.codes.map((code) => <Mistake key={code} code={code} />)
    case 'picture':
      return null
    default:
      return block satisfies never
  }
}

function Items({ items }: { items: readonly string[] }) {
  return items.map((item) => (
    <li key={item}>
      <HelpProse text={item} />
    </li>
  ))
}

/** A finding in a few lines: its example, what is wrong, what to do, and the way to its page. */
function Mistake({ code }: { code: FindingCode }) {
  const { wrong, fix } = findingText(code)
  return (
    <article className="flex flex-col gap-1.5 border-t border-line pt-3">
      <h2 className="font-semibold">{findingPage(code).title}</h2>
      <ExampleRequestBox code={code} />
      <p>
        {wrong} {fix}
      </p>
      <p>
        <a href={helpLink(code)} className={`font-mono text-s ${LINK_LOOK}`}>
          {code}
        </a>
      </p>
    </article>
  )
}
