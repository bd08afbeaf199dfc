/** What the screen is put through, and what comes of it. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { quantile } from '../quantiles.ts'
import type { ScreenPage } from './page.ts'
import type { PageNotes } from './probe.ts'
import type { SendOrder, Sent } from './sender.ts'

const LATE_FRAME_MS = 25
const CONNECTIONS = 32
/** Before the notes are taken: compilers, caches and the connection's window are warm then. */
const WARM_UP_SECONDS = 3

export interface PhaseFigures {
  readonly frames: number
  /** Share of frames that took longer than 25 ms, in %. */
  readonly late: number
  readonly longest: number
  readonly longTasks: number
  readonly eventP50: number
  readonly eventP99: number
  readonly requestP50: number
  readonly requestP99: number
  readonly shown: number
  readonly unseen: number
}

export function figuresOf({ frames, longTasks, fromEvent, fromRequest, unseen }: PageNotes): PhaseFigures {
  return {
    frames: frames.length,
    late: (100 * frames.filter((frame) => frame > LATE_FRAME_MS).length) / Math.max(1, frames.length),
    longest: Math.max(0, ...frames),
    longTasks: longTasks.length,
    eventP50: quantile(fromEvent, 0.5),
    eventP99: quantile(fromEvent, 0.99),
    requestP50: quantile(fromRequest, 0.5),
    requestP99: quantile(fromRequest, 0.99),
    shown: fromRequest.length,
    unseen,
  }
}

/** Sends for so long; the answer comes when all of it was answered. */
export async function send(order: Omit<SendOrder, 'connections'>): Promise<Sent> {
  const full: SendOrder = { ...order, connections: CONNECTIONS }
  const child = spawn(process.execPath, [join(import.meta.dirname, 'sender.ts'), JSON.stringify(full)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [printed] = await Promise.all([text(child.stdout), once(child, 'exit')])
  return JSON.parse(printed) as Sent
}

/** Sends at a rate, warms up, and notes what happens while `during` goes on (which must end before the sending does). */
export async function underLoad(
  screen: ScreenPage,
  { port, rate, seconds }: { port: number; rate: number; seconds: number },
  during: (untilMs: number) => Promise<void> = (until) => delay(until - performance.now()),
): Promise<PhaseFigures & { readonly sent: Sent }> {
  const sending = rate === 0 ? null : send({ port, rate, seconds: seconds + WARM_UP_SECONDS + 1 })
  await delay(WARM_UP_SECONDS * 1000)
  await screen.takeNotes()
  await during(performance.now() + seconds * 1000)
  const notes = await screen.takeNotes()
  return { ...figuresOf(notes), sent: (await sending) ?? { sent: 0, answered: 0, other: 0 } }
}

/** Turns the wheel once a frame, down and up again, so that new rows come into sight with each. */
export async function scrollUntil(screen: ScreenPage, until: number): Promise<void> {
  const { page } = screen
  await page.mouse.move(700, 500)
  const start = performance.now()
  for (let turn = 0; performance.now() < until; turn += 1) {
    const seconds = (performance.now() - start) / 1000
    // Three seconds down, two up: never at the top, where the list would follow again.
    await page.mouse.wheel(0, seconds % 5 < 3 ? 120 : -120)
    await delay(Math.max(0, start + (turn + 1) * 16.7 - performance.now()))
  }
}

export function wordsOf(figures: PhaseFigures): string {
  const ms = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(1))
  return `${figures.late.toFixed(1)} % of ${String(figures.frames)} frames late, longest ${ms(figures.longest)} ms, ${String(figures.longTasks)} long tasks; event → painted ${ms(figures.eventP50)} / ${ms(figures.eventP99)} ms; request → painted ${ms(figures.requestP50)} / ${ms(figures.requestP99)} ms; ${String(figures.shown)} shown`
}
