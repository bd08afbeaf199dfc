import { words } from '../../words/words.ts'
import { Button } from './button.tsx'

/** Says why something could not be read, and reads it again on request. */
export function FailedReading({ sentence, onRetry }: { sentence: string; onRetry: () => void }) {
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-1 text-fail">
      <span className="wrap-anywhere">{sentence}</span>
      <Button size="s" onClick={onRetry}>
        {words().ui.tryAgain}
      </Button>
    </div>
  )
}
