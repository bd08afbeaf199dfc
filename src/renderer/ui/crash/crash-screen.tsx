import { words } from '../../../words/words.ts'
import { useKnownOverview } from '../../lib/inspector.tsx'
import { Button } from '../button.tsx'
import { CopyButton } from '../copy-button.tsx'
import { EmptyState } from '../empty-state.tsx'
import { NoticeBar } from '../notice-bar.tsx'
import { Pieces } from '../pieces.tsx'
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
  const w = words().ui
  return (
    <div role="alert" className="h-full overflow-auto">
      <EmptyState
        whole
        title={w.crash.title(part)}
        action={
          <>
            <Button variant="primary" onClick={() => window.location.reload()}>
              {w.crash.reload}
            </Button>
            <Button onClick={onAgain}>{w.tryAgain}</Button>
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
  const w = words().ui
  return (
    <NoticeBar
      severity="error"
      label={w.crash.label(part)}
      actions={
        <>
          <Button size="s" onClick={onAgain}>
            {w.tryAgain}
          </Button>
          <CopyDetails fault={fault} part={part} small />
        </>
      }
    >
      {w.crash.line(part)}{' '}
      <span className="font-mono text-s wrap-anywhere">
        <VisibleText text={fault.message} max={LONGEST_MESSAGE} />
      </span>
    </NoticeBar>
  )
}

function Meanwhile() {
  const { overview, connection } = useKnownOverview()
  const url = connection === 'connected' ? (overview?.receiver.url ?? null) : null
  const w = words().ui.crash
  if (url === null) return <p>{w.onlyScreen}</p>
  return (
    <p>
      <Pieces
        of={w.stillReceived(<span className="font-mono text-s wrap-anywhere text-ink select-text">{url}</span>)}
      />
    </p>
  )
}

function CopyDetails({ fault, part, small = false }: { fault: Fault; part: string; small?: boolean }) {
  const w = words().ui.crash
  const version = useKnownOverview().overview?.info.version ?? null
  return (
    <CopyButton text={crashDetails(fault, part, version)} label={w.copyDetails} size={small ? 's' : 'm'}>
      {w.copyDetails}
    </CopyButton>
  )
}
