import { useState } from 'react'
import { words } from '../../../../words/words.ts'
import { VisibleText } from '../../../ui/visible-text.tsx'
import { useFinding } from './find/finding.ts'

/** A text longer than this takes more than a few lines. */
const LONG = 200
/** More than four lines show of it. */
const MOST_CHARACTERS = 1000

/**
 * A value, cut to four lines where it is very long, until all of it is asked for, or words are looked for in it. Copying gives
 * all of it anyway.
 */
export function LongText({ text }: { text: string }) {
  const [wholeOf, setWholeOf] = useState<string | null>(null)
  const finding = useFinding()
  if (text.length <= LONG || wholeOf === text || finding) return <VisibleText text={text} />
  return (
    <>
      <span className="line-clamp-4">
        <VisibleText text={text} max={MOST_CHARACTERS} />
      </span>
      <button
        type="button"
        onClick={() => setWholeOf(text)}
        className="rounded-s font-sans text-s font-normal text-accent hover:underline"
      >
        {words().detail.showAll(text.length)}
      </button>
    </>
  )
}
