import type { Line } from '../line.ts'
import { underLoad } from '../screen/measure.ts'
import { openScreen, sharedBrowser } from '../screen/page.ts'
import { serve } from '../serve.ts'

/** From the writing of a postback to the socket to the paint of its row, in a real browser. */
export const ARRIVAL_LINE: Line = {
  subject: 'arrival',
  name: 'arrival → row visible, at 500/s sustained',
  target: 'p50 ≤ 30 ms, p99 ≤ 100 ms',
  async measure(context) {
    const browser = await sharedBrowser(context)
    const product = await serve(context, await context.folder())
    const screen = await openScreen(browser, product.screenUrl, 'screen')
    try {
      const seconds = context.quick ? 4 : 20
      const figures = await underLoad(screen, { port: product.receiverPort, rate: 500, seconds })
      return {
        figures: [
          { what: 'p50', value: figures.requestP50, unit: 'ms', atMost: 30 },
          { what: 'p99', value: figures.requestP99, unit: 'ms', atMost: 100 },
        ],
        detail: `${String(figures.shown)} rows; ${String(figures.unseen)} were pushed out of sight by newer ones before a frame was drawn`,
      }
    } finally {
      await screen.close()
      await product.stop()
    }
  },
}
