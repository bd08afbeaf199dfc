import { useEffect, useState } from 'react'
import { CallError } from '../../contract/errors.ts'
import type { Input, Output } from '../../contract/procedures.ts'
import type { SendRun, Sent } from '../../core/sending.ts'
import type { ExternalStore } from './external-store.ts'
import { useExternalStore } from './external-store.ts'
import { useClient, useOnEvent, useOnResync } from './inspector.tsx'
import { say, sentenceOf } from './messages.ts'

/** More results than this are not fetched; the counts are of all. */
export const MOST_RESULTS = 200

export interface SendRunView {
  /** The newest run that this form has started; null before the first. */
  readonly run: SendRun | null
  readonly sent: readonly Sent[]
  /** It is being started or goes on. */
  readonly busy: boolean
  /** Why it was refused: nothing was sent. */
  readonly refusal: CallError | null
  readonly start: (order: SendOrder) => Promise<void>
  readonly cancel: () => Promise<void>
}

export type SendOrder =
  | ({ readonly what: 'compose' } & Input<'send.start'>)
  | ({ readonly what: 'replay' } & Input<'send.replay'>)

/**
 * Starts a run and follows it: its counts as they grow, and what came of each. `runs` keeps the newest one, so that a
 * view that was left and comes back goes on with it.
 */
export function useSendRun(runs: ExternalStore<SendRun | null>): SendRunView {
  const client = useClient()
  const run = useExternalStore(runs)
  const setRun = runs.set
  const [sent, setSent] = useState<readonly Sent[]>([])
  const [starting, setStarting] = useState(false)
  const [refusal, setRefusal] = useState<CallError | null>(null)

  const read = async (runId: number): Promise<void> => {
    try {
      const found: Output<'send.results'> = await client.call('send.results', { runId, from: 1, limit: MOST_RESULTS })
      setSent(found)
    } catch (error) {
      // The host was started anew meanwhile: what is on the screen stays.
      say(sentenceOf(error), { severity: 'error', subject: 'send results' })
    }
  }

  // What happened while nobody looked.
  useEffect(() => {
    const id = runs.get()?.id
    if (id === undefined) return
    let wanted = true
    const catchUp = async (): Promise<void> => {
      const now = (await client.call('send.runs', {})).find((one) => one.id === id) ?? null
      const found = now ? await client.call('send.results', { runId: id, from: 1, limit: MOST_RESULTS }) : []
      if (!wanted) return
      runs.set(now)
      setSent(found)
    }
    // Without a connection the strip says so, and what was known stays.
    catchUp().catch(() => {})
    return () => {
      wanted = false
    }
  }, [client, runs])

  useOnEvent('send.progressed', ({ run: next }) => {
    if (run?.id !== next.id) return
    setRun(next)
    void read(next.id)
  })
  useOnResync(() => {
    if (run) void read(run.id)
  })

  return {
    run,
    sent,
    busy: starting || run?.state === 'running',
    refusal,
    async start(order) {
      setStarting(true)
      setRefusal(null)
      try {
        const next = await (order.what === 'compose'
          ? client.call('send.start', order)
          : client.call('send.replay', order))
        setSent([])
        setRun(next)
        // What was quick is over before its number was known here.
        const now = (await client.call('send.runs', {})).find(({ id }) => id === next.id)
        if (now) setRun(now)
        await read(next.id)
      } catch (error) {
        setRefusal(error instanceof CallError ? error : new CallError('internal', sentenceOf(error)))
      } finally {
        setStarting(false)
      }
    },
    async cancel() {
      if (!run) return
      try {
        setRun(await client.call('send.cancel', { runId: run.id }))
      } catch (error) {
        say(sentenceOf(error), { severity: 'error' })
      }
    },
  }
}
