import { useKnownOverview } from '../../lib/inspector.tsx'
import { Button } from '../button.tsx'
import { CopyButton } from '../copy-button.tsx'
import { EmptyState } from '../empty-state.tsx'
import { NoticeBar } from '../notice-bar.tsx'
import { VisibleText } from '../visible-text.tsx'
import { crashDetails, type Fault } from './crash-details.ts'

interface Crash {
  readonly fault: Fault
  readonly part: string
  readonly onAgain: () => void
}

/** More of a message is for the details, not for the screen. */
const LONGEST_MESSAGE = 400

/** In place of a part that failed: what happened, what goes on all the same, and what can be done. */
export function CrashScreen({ fault, part, onAgain }: Crash) {
  return (
    <div role="alert" className="h-full overflow-auto">
      <EmptyState
        whole
        title={`${part} ran into a fault of its own`}
        action={
          <>
            <Button variant="primary" onClick={() => window.location.reload()}>
              Reload
            </Button>
            <Button onClick={onAgain}>Try again</Button>
            <CopyDetails fault={fault} part={part} />
          </>
        }
      >
        <Meanwhile />
        <p className="mt-2 font-mono text-s wrap-anywhere">
          <VisibleText text={fault.message} max={LONGEST_MESSAGE} />
        </p>
      </EmptyState>
    </div>
  )
}

/** The same for a small part, in one line. */
export function CrashLine({ fault, part, onAgain }: Crash) {
  return (
    <NoticeBar
      severity="error"
      label={`${part} failed`}
      actions={
        <>
          <Button size="s" onClick={onAgain}>
            Try again
          </Button>
          <CopyDetails fault={fault} part={part} small />
        </>
      }
    >
      {part} ran into a fault of its own; captures go on.{' '}
      <span className="font-mono text-s wrap-anywhere">
        <VisibleText text={fault.message} max={LONGEST_MESSAGE} />
      </span>
    </NoticeBar>
  )
}

function Meanwhile() {
  const { overview, connection } = useKnownOverview()
  const url = connection === 'connected' ? (overview?.receiver.url ?? null) : null
  if (url === null) return <p>Only the screen is affected: what was stored is still there, and captures go on.</p>
  return (
    <p>
      Nothing is lost: postbacks are still received at{' '}
      <span className="font-mono text-s wrap-anywhere text-ink select-text">{url}</span> and stored.
    </p>
  )
}

function CopyDetails({ fault, part, small = false }: { fault: Fault; part: string; small?: boolean }) {
  const version = useKnownOverview().overview?.info.version ?? null
  return (
    <CopyButton text={crashDetails(fault, part, version)} label="Copy details" size={small ? 's' : 'm'}>
      Copy details
    </CopyButton>
  )
}
