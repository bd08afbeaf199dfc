import { helpTextParts } from '../../../core/help/help-text.ts'
import { placed } from '../../lib/placed.ts'

/** Help text: prose, code as it stands in a request, and words on the screen. */
export function HelpProse({ text }: { text: string }) {
  return placed(helpTextParts(text)).map(({ item, place }) => {
    switch (item.kind) {
      case 'prose':
        return item.text
      case 'code':
        return (
          <code key={place} className="rounded-s bg-sunken px-1 font-mono text-[0.92em] wrap-anywhere">
            {item.text}
          </code>
        )
      case 'screen':
        return (
          <strong key={place} className="font-semibold">
            {item.text}
          </strong>
        )
      default:
        return item.kind satisfies never
    }
  })
}

/** One sentence or several: what to do, one point each. */
export function HelpPoints({ items }: { items: readonly string[] }) {
  const [only] = items
  if (items.length === 1 && only !== undefined) {
    return (
      <p>
        <HelpProse text={only} />
      </p>
    )
  }
  return (
    <ul className="flex list-disc flex-col gap-1 pl-5 marker:text-faint">
      {items.map((item) => (
        <li key={item}>
          <HelpProse text={item} />
        </li>
      ))}
    </ul>
  )
}
