import { words } from '../../../words/words.ts'
import { VisibleText } from '../../ui/visible-text.tsx'

/** A user id as visible text; an empty one in words. */
export function UserId({ userId, max }: { userId: string; max: number }) {
  if (userId === '') return <span className="text-fail italic">{words().users.emptyId}</span>
  return (
    <span className="font-mono text-s">
      <VisibleText text={userId} max={max} />
    </span>
  )
}
