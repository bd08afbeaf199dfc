/** What is asked of the screen while much arrives. */
import { setTimeout as delay } from 'node:timers/promises'
import { copyOf, history, largeHistory, type StoredHistory } from '../history/stored.ts'
import type { BenchContext, Figure, Line } from '../line.ts'
import { serve } from '../serve.ts'
import { type PhaseFigures, scrollUntil, underLoad, wordsOf } from './measure.ts'
import { openScreen, sharedBrowser } from './page.ts'

const MANY = 100_000
const FAST = 2_000

/** Starts the product on a copy of the history, and has a page looked at. */
async function withScreen<Result>(
  context: BenchContext,
  filled: StoredHistory,
  what: 'screen' | 'floor',
  look: (screen: Awaited<ReturnType<typeof openScreen>>, port: number) => Promise<Result>,
): Promise<Result> {
  const browser = await sharedBrowser(context)
  const product = await serve(context, await copyOf(context, filled))
  try {
    const screen = await openScreen(browser, product.screenUrl, what)
    try {
      // The first page, its counts and what is compiled along with them.
      await delay(2000)
      return await look(screen, product.receiverPort)
    } finally {
      await screen.close()
    }
  } finally {
    await product.stop()
  }
}

const seconds = (context: BenchContext): number => (context.quick ? 5 : 20)

function fastLine(name: string, stored: (context: BenchContext) => Promise<StoredHistory>): Line {
  return {
    subject: 'screen',
    name: `screen at 2,000/s, ${name} stored`,
    target: '≤ 3 % of frames over 25 ms, painted p50 ≤ 30 ms, p99 ≤ 80 ms, scrolling the same, memory flat',
    async measure(context) {
      const filled = await stored(context)
      const rest = { rate: FAST, seconds: seconds(context) }
      const floor = await withScreen(context, filled, 'floor', (screen, port) => underLoad(screen, { port, ...rest }))
      return withScreen(context, filled, 'screen', async (screen, port) => {
        // Once to fill what is bounded, so that the growth measured is one that goes on.
        await underLoad(screen, { port, ...rest })
        const before = await screen.heapMegabytes()
        const follow = await underLoad(screen, { port, ...rest })
        const after = await screen.heapMegabytes()
        await screen.page.getByRole('grid', { name: 'Postbacks' }).hover()
        await screen.page.mouse.wheel(0, 20_000)
        const scrolling = await underLoad(screen, { port, ...rest }, (until) => scrollUntil(screen, until))
        return {
          figures: [
            ...framesAndPaint(follow),
            { what: 'late frames scrolling', value: scrolling.late, unit: '%', atMost: 3 },
            { what: 'heap grown by', value: after - before, unit: 'MB', atMost: 3 },
          ],
          detail: `${wordsOf(follow)}; ${String(follow.sent.answered)} of ${String(follow.sent.sent)} answered 200; heap ${after.toFixed(1)} MB; scrolling ${wordsOf(scrolling)}; floor beneath it: ${wordsOf(floor)}`,
        }
      })
    },
  }
}

function framesAndPaint(figures: PhaseFigures): readonly Figure[] {
  return [
    { what: 'late frames', value: figures.late, unit: '%', atMost: 3 },
    { what: 'painted p50', value: figures.eventP50, unit: 'ms', atMost: 30 },
    { what: 'p99', value: figures.eventP99, unit: 'ms', atMost: 80 },
  ]
}

/** The same with a long history and one ten times as long. */
export const SCREEN_LINES: readonly Line[] = [
  fastLine('100,000', (context) => history(context, MANY)),
  fastLine('1,000,000', largeHistory),
]
