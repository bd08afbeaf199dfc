import type { Line } from '../line.ts'
import { median } from '../quantiles.ts'
import { ingestRig } from './rig.ts'
import { perSecond, send } from './send.ts'
import { startSmallServer } from './small-server.ts'

/** How far ahead of a durable peer the product is, with keep-alive connections. */
export const PEER_LINE: Line = {
  subject: 'ingest',
  name: 'durable ingest against one INSERT a request (SQLite, `synchronous=FULL`)',
  target: 'ahead; request-baskets stood at 0.04 of a bare server',
  async measure(context) {
    const rig = await ingestRig(context)
    const peer = await startSmallServer('insert-each.ts', [await context.folder()])
    const [rounds, seconds] = context.quick ? [1, 1.5] : [5, 3]
    const ahead: number[] = []
    const shares: number[] = []
    try {
      for (let round = 0; round <= rounds; round += 1) {
        const order = { seconds, connections: 64, mode: 'keep-alive', rate: 0, name: `peer-r${String(round)}` } as const
        const { bare, ours } = await rig.round(order)
        const theirs = await send({ ...order, port: peer.port })
        if (round === 0) continue
        ahead.push(perSecond(ours) / perSecond(theirs))
        shares.push(perSecond(theirs) / perSecond(bare))
      }
    } finally {
      await peer.stop()
    }
    return {
      figures: [
        { what: 'ahead', value: median(ahead), unit: 'times' },
        { what: 'the peer to a bare server', value: median(shares), unit: 'times' },
      ],
      detail: '',
    }
  },
}
