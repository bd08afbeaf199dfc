import { useEffect } from 'react'
import type { TransferJob } from '../../../contract/transfer-procedures.ts'
import { words } from '../../../words/words.ts'
import { createExternalStore } from '../../lib/external-store.ts'
import { useClient, useOnEvent, useOnResync } from '../../lib/inspector.tsx'
import { say } from '../../lib/messages.ts'

/** Exports and imports that run now, oldest first. */
export const runningJobs = createExternalStore<readonly TransferJob[]>([])

export function isRunning({ state }: TransferJob): boolean {
  return state === 'waiting' || state === 'running'
}

/** Takes what is told of a job; an end is said once, by whoever saw the job run. */
export function takeJob(job: TransferJob): void {
  const known = runningJobs.get().some(({ id }) => id === job.id)
  if (isRunning(job)) {
    runningJobs.update((all) => (known ? all.map((one) => (one.id === job.id ? job : one)) : [...all, job]))
    return
  }
  if (!known) return
  runningJobs.update((all) => all.filter(({ id }) => id !== job.id))
  const subject = `transfer:${job.id}`
  if (job.state === 'failed') say(job.sentences.join(' '), { severity: 'error', subject })
  else if (job.state === 'done') say(job.sentences.join(' '), { subject })
  else say(words().transfers.cancelled[job.direction], { subject })
}

/** Keeps the jobs in step with the host while the component is mounted. */
export function useTransferJobs(): void {
  const client = useClient()
  const read = async (): Promise<void> => {
    try {
      const jobs = await client.call('export.jobs', {})
      const known = new Set(runningJobs.get().map(({ id }) => id))
      runningJobs.update((all) => all.filter(({ id }) => jobs.some((job) => job.id === id)))
      for (const job of jobs) if (isRunning(job) || known.has(job.id)) takeJob(job)
    } catch {
      // What runs goes on without being watched; the next event tells of it.
    }
  }
  useOnEvent('export.progressed', ({ job }) => takeJob(job))
  useOnEvent('import.progressed', ({ job }) => takeJob(job))
  useOnResync(() => void read())
  useEffect(() => {
    void client
      .call('export.jobs', {})
      .then((jobs) => jobs.filter(isRunning).forEach(takeJob))
      .catch(() => {})
  }, [client])
}
