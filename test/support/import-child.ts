/** A process that begins an import into the store of a folder, says so, and never ends it. */
import { createSqlitePostbackStore } from '../../src/services/store/sqlite-postback-store.ts'

const store = await createSqlitePostbackStore({ folder: process.argv[2] ?? '', appVersion: '1.2.3' })
const session = await store.archive.begin([])
const requests = Array.from({ length: 500 }, (_, index) => ({
  type: 'request' as const,
  installation: 'another',
  id: index + 1,
  receivedAt: index,
  remoteAddress: null,
  remotePort: null,
  httpVersion: '1.1',
  method: 'GET',
  target: '/hitpoint?user_id=u&reward_amount=1',
  headers: [],
  body: '',
  bodyLength: 0,
  bodyComplete: true,
  rejection: null,
  reply: { status: 200, plan: [[], 'OK', 0] as [[], string, number], relayed: null },
  outcome: null,
  mark: null,
}))
await session.add(requests)
process.stdout.write('under way\n')
setInterval(() => {}, 1000)
