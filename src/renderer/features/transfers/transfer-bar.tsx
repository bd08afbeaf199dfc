import { X } from 'lucide-react'
import type { TransferJob } from '../../../contract/transfer-procedures.ts'
import { words } from '../../../words/words.ts'
import { useExternalStore } from '../../lib/external-store.ts'
import { useClient } from '../../lib/inspector.tsx'
import { useAction } from '../../lib/keys.ts'
import { say, sentenceOf } from '../../lib/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Pieces } from '../../ui/pieces.tsx'
import { VisibleText } from '../../ui/visible-text.tsx'
import { runningJobs, useTransferJobs } from './transfer-jobs.ts'

/** Exports and imports under way, each with how far it is and the way to end it. */
export function TransferBar() {
  const client = useClient()
  const jobs = useExternalStore(runningJobs)
  useTransferJobs()
  const cancel = ({ id, direction }: TransferJob): void => {
    client
      .call(direction === 'export' ? 'export.cancel' : 'import.cancel', { id })
      .catch((error: unknown) => say(sentenceOf(error), { severity: 'error' }))
  }
  const newest = jobs.at(-1)
  useAction(
    newest === undefined
      ? null
      : {
          id: 'transfer.cancel',
          title: words().transfers.cancel[newest.direction],
          run: () => cancel(newest),
        },
  )
  return jobs.map((job) => <JobBar key={job.id} job={job} isNewest={job === newest} onCancel={() => cancel(job)} />)
}

function JobBar({ job, isNewest, onCancel }: { job: TransferJob; isNewest: boolean; onCancel: () => void }) {
  const { direction, fileName, done, total, state } = job
  const w = words().transfers
  const far = state === 'waiting' ? w.waiting : total === null ? w.far(done) : w.farOf(done, total)
  return (
    <section
      aria-label={w.doing[direction]}
      className="flex items-center gap-3 border-b border-line bg-panel px-4 py-1"
    >
      <span className="min-w-0 truncate text-s text-muted">
        <Pieces of={w.progress[direction](<VisibleText text={fileName} />, far)} />
      </span>
      <progress
        aria-label={w.bar[direction]}
        {...(total === null ? {} : { max: Math.max(total, 1), value: done })}
        className="h-1 max-w-64 min-w-16 flex-1 appearance-none overflow-hidden rounded-full bg-hover [&::-webkit-progress-bar]:bg-hover [&::-webkit-progress-value]:bg-accent"
      />
      <Button
        size="s"
        variant="ghost"
        icon={<X aria-hidden="true" size={13} />}
        action={isNewest ? 'transfer.cancel' : undefined}
        onClick={onCancel}
      >
        {words().ui.cancel}
      </Button>
    </section>
  )
}
