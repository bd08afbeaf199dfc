import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Endpoint } from '../../../core/endpoint.ts'
import { ONCE, type SendRun } from '../../../core/sending.ts'
import { MOST_TOURS } from '../../../core/settings.ts'
import { words } from '../../../words/words.ts'
import { useChosenEndpoint } from '../../lib/dashboard.ts'
import { useExpectations } from '../../lib/expectations.ts'
import { createExternalStore } from '../../lib/external-store.ts'
import { useClient, useOverview } from '../../lib/inspector.tsx'
import { sentenceOf } from '../../lib/messages.ts'
import { navigate } from '../../lib/navigation.ts'
import { useSendRun } from '../../lib/send-run.ts'
import { useSettings } from '../../lib/settings.ts'
import { useTourArrivals } from './tour-arrivals.ts'
import {
  EXPECTED_AMOUNT,
  newTour,
  type SendingStep,
  type TourProgress,
  type TourStep,
  tourProgress,
  tourTarget,
  tourUser,
} from './tour-steps.ts'

const WAIT_MS = 600_000

const tourRun = createExternalStore<SendRun | null>(null)

export interface Tour {
  readonly progress: TourProgress
  /** What this step sends to, and reads with. */
  readonly endpoint: Endpoint | null
  /** `public`: through the tunnel, as Adjump’s would. */
  readonly way: 'public' | 'receiver'
  /** This step's attempt went through the tunnel, so that there is another way. */
  readonly viaTunnel: boolean
  /** What this step waits for is under way. */
  readonly busy: boolean
  /** Why this step's attempt came to nothing; null where it did not. */
  readonly failure: string | null
  /** It was answered, and is not in the history: what was answered. Pressed again, it goes straight to the receiver. */
  readonly answered: number | null
  /** How far it is, is not known yet. */
  readonly loading: boolean
  /** Everything that tours have sent and that is still stored. */
  readonly sentIds: readonly number[]
  /** Does what this step does. After a failure of the tunnel it goes straight to the receiver. */
  readonly act: () => void
  /** A new tour, from the first step on. */
  readonly again: () => void
}

/** How far the tour is, which the history alone says, and what it does next. */
export function useTour(): Tour {
  const client = useClient()
  const { endpoints, tunnel, info } = useOverview()
  const chosen = useChosenEndpoint()
  const [settings, change] = useSettings()
  const { tours } = settings.screen
  const tour = tours.at(-1) ?? null
  const arrivals = useTourArrivals(tours)
  const { expectations } = useExpectations()
  const sending = useSendRun(tourRun)
  /** The step whose button was pressed last: it is over when another step has come. */
  const [pressed, setPressed] = useState<TourStep | null>(null)
  /** The tunnel let nothing through: what follows does not try it again. */
  const [direct, setDirect] = useState(false)
  const [viaTunnel, setViaTunnel] = useState(false)
  const [arming, setArming] = useState(false)
  const [armFailure, setArmFailure] = useState<string | null>(null)

  const all = expectations.state === 'ready' ? [...expectations.running, ...expectations.ended] : []
  const progress = tourProgress(tour, arrivals ?? [], all)
  // Once something was pressed here, what is to come is known.
  const loading = pressed === null && (arrivals === null || expectations.state === 'loading')
  const { step, postbacks } = progress
  // A tour stays with the endpoint that it began with.
  const endpoint = endpoints.find(({ id }) => id === postbacks.clean?.endpointId) ?? chosen
  const way = tunnel.state === 'open' && tunnel.url !== null && !direct ? 'public' : 'receiver'
  const busy = pressed === step && (arming || sending.busy)
  const isOver = pressed === step && !busy
  const failure = isOver ? (armFailure ?? failureOf(sending)) : null
  const answered =
    isOver && failure === null && step !== 'expect' && sending.run?.captured === 0
      ? (sending.sent[0]?.outcome.reply?.status ?? null)
      : null
  useShown(progress, pressed)

  const setTours = (next: (tours: readonly number[]) => readonly number[]): void =>
    void change((now) => {
      const wanted = [...next(now.screen.tours)].slice(-MOST_TOURS)
      return { ...now, screen: { ...now.screen, tours: wanted } }
    })

  const send = (which: SendingStep, by: Endpoint): void => {
    // What an earlier tour sent may have been removed; its expectation is still there, and would count as this one's.
    const isUsed = which === 'clean' && progress.expectation !== null
    const number = tour === null || isUsed ? newTour(tours, Math.random()) : tour
    if (number !== tour) setTours((now) => [...now, number])
    const straight = way === 'receiver' || (isOver && viaTunnel)
    if (way === 'public' && straight) setDirect(true)
    setViaTunnel(!straight)
    void sending.start({
      what: 'compose',
      to: { kind: straight ? 'receiver' : 'public' },
      confirmed: false,
      plan: ONCE,
      request: {
        method: 'GET',
        target: tourTarget(which, by, number),
        rawHeaders: ['User-Agent', `adjump-inspector/${info.version} (tour)`, 'Accept', '*/*'],
        bodyBase64: '',
      },
    })
  }
  const arm = async (by: Endpoint, number: number): Promise<void> => {
    setArming(true)
    try {
      const armed = { endpointId: by.id, userId: tourUser(number), amount: EXPECTED_AMOUNT, waitMs: WAIT_MS }
      await client.call('expectation.arm', armed)
    } catch (error) {
      setArmFailure(sentenceOf(error))
    } finally {
      setArming(false)
    }
  }

  return {
    progress,
    endpoint,
    way,
    viaTunnel: isOver && viaTunnel,
    busy,
    failure,
    answered,
    loading,
    sentIds: (arrivals ?? []).map(({ id }) => id),
    act() {
      if (loading || busy || endpoint === null || step === 'go-on') return
      setPressed(step)
      setArmFailure(null)
      if (step !== 'expect') send(step, endpoint)
      else if (tour !== null) void arm(endpoint, tour)
    },
    again() {
      // Once: a change is made twice, for the screen at once and then on top of what the host has confirmed.
      const number = newTour(tours, Math.random())
      setTours((now) => [...now, number])
    },
  }
}

/** Why it cannot have arrived. A good reply says nothing of that: the arrival may be told a moment after it. */
function failureOf({ refusal, run, sent }: ReturnType<typeof useSendRun>): string | null {
  if (refusal !== null) return refusal.message
  if (run === null || run.captured > 0 || run.state === 'running') return null
  const outcome = sent[0]?.outcome
  if (run.why !== '') return run.why
  if (outcome?.failure) return outcome.failure.sentence
  const status = outcome?.reply?.status ?? 200
  return status < 400 ? null : words().tour.notOurs(status)
}

/** When what was asked for has happened, shows it: the postback's details, or the expectation. */
function useShown({ step, postbacks }: TourProgress, pressed: TourStep | null): void {
  const before = useRef(step)
  const show = useEffectEvent((done: TourStep): void => {
    if (done !== pressed || done === 'go-on') return
    if (done === 'expect' || done === 'meet') navigate('verify')
    else navigate('postbacks', String(postbacks[done]?.id ?? ''))
  })
  useEffect(() => {
    const done = before.current
    before.current = step
    if (done !== step) show(done)
  }, [step])
}
