import { setTimeout as delay } from 'node:timers/promises'
import { EVERYTHING } from '../../../src/core/filter.ts'
import { EVERY_USER } from '../../../src/core/users.ts'
import { perSecond, send } from '../ingest/send.ts'
import type { Line } from '../line.ts'
import { median } from '../quantiles.ts'
import { attachListener, serve } from '../serve.ts'
import { firstPage } from './ask.ts'
import { ABSENT_WORD, COMMON_WORD } from './requests.ts'
import { type AskedScreen, askedScreen } from './screen.ts'
import { someUser } from './searches.ts'
import { copyOf, largeHistory } from './stored.ts'

/** Somebody who never rests: the next question 100 ms after an answer, of every kind in turn. */
const EVERY_MS = 100
const DAY = 86_400_000

const KINDS: readonly ((screen: AskedScreen, n: number) => Promise<unknown>)[] = [
  (screen) => firstPage(screen, {}),
  (screen, n) => firstPage(screen, { userId: someUser(screen, n) }),
  (screen) => firstPage(screen, { verdicts: ['fail'] }),
  (screen) => firstPage(screen, { texts: [COMMON_WORD] }),
  (screen, n) => firstPage(screen, { texts: [`${ABSENT_WORD}${String(n)}`] }),
  (screen) => screen.ask('postback.counts', { filter: EVERYTHING }),
  (screen) => {
    const { end } = screen.history
    return screen.ask('postback.activity', { filter: EVERYTHING, from: end - DAY, to: end, bucketMs: 120_000 })
  },
  (screen) =>
    screen.ask('user.page', {
      filter: EVERY_USER,
      sort: { column: 'sum', direction: 'descending' },
      offset: 0,
      limit: 100,
    }),
]

/** Rounds of keep-alive load on the large history in turn: without questions, and with them. */
export const CAPTURES_MEANWHILE_LINE: Line = {
  subject: 'history',
  name: 'captures while those queries run',
  target: 'ingest ≥ 0.9 of what it is without them',
  async measure(context) {
    const history = await largeHistory(context)
    const product = await serve(context, await copyOf(context, history))
    const listener = await attachListener(product.screenUrl)
    const screen = await askedScreen(product, history)
    const [rounds, seconds] = context.quick ? [2, 1.5] : [6, 5]
    const shares: number[] = []
    const rates: number[] = []
    let asked = 0
    try {
      for (let round = 0; round <= rounds; round += 1) {
        context.signal.throwIfAborted()
        const order = { port: product.receiverPort, seconds, connections: 64, mode: 'keep-alive', rate: 0 } as const
        const quiet = await send({ ...order, name: `quiet${String(round)}` })
        const over = new AbortController()
        const asking = keepAsking(screen, over.signal)
        const busy = await send({ ...order, name: `busy${String(round)}` })
        over.abort()
        const count = await asking
        if (round === 0) continue
        asked += count
        shares.push(perSecond(busy) / perSecond(quiet))
        rates.push(perSecond(quiet))
      }
    } finally {
      listener.close()
      screen.close()
      await product.stop()
    }
    return {
      figures: [{ what: '', value: median(shares), unit: 'times', atLeast: 0.9 }],
      detail: `${Math.round(median(rates)).toLocaleString('en-US')}/s without; ${(asked / (rounds * seconds)).toFixed(1)} questions a second`,
    }
  },
}

async function keepAsking(screen: AskedScreen, over: AbortSignal): Promise<number> {
  let asked = 0
  while (!over.aborted) {
    // One after the other: who waits for an answer asks nothing else.
    await KINDS[asked % KINDS.length]?.(screen, asked)
    asked += 1
    await delay(EVERY_MS)
  }
  return asked
}
