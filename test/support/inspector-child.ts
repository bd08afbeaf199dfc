/**
 * A whole inspector in a process of its own, without a screen and a tunnel: `inspector-child.ts FOLDER LIMITS`, the
 * limits as JSON. It sends its port; asked for anything, it answers with its memory and with what it has stored.
 */

import { createInspector } from '../../src/app/inspector.ts'
import type { Overview } from '../../src/contract/procedures.ts'
import { EVERYTHING } from '../../src/core/filter.ts'
import type { ReceiverLimits } from '../../src/core/receiver-limits.ts'

const limits = JSON.parse(process.argv[3] ?? '{}') as Partial<ReceiverLimits>
const inspector = await createInspector({
  dataFolder: process.argv[2] ?? '',
  version: '1.2.3',
  face: 'browser',
  overrides: { receiver: { port: 0, limits }, tunnel: { provider: 'none' } },
  receiverRequired: true,
  onBug: (error) => process.send?.({ bug: String(error) }),
})
process.on('message', () => {
  void (async () => {
    const counts = await inspector.router.call('postback.counts', { filter: EVERYTHING })
    const { receiver } = (await inspector.router.call('app.overview', {})) as Overview
    process.send?.({ counts, why: receiver.why, rss: process.memoryUsage.rss() })
  })()
})
process.on('disconnect', () => {
  void inspector.close().then(() => process.exit(0))
})
process.send?.({ port: inspector.receiver.port })
