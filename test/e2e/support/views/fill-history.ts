// Run as a program: `fill-history.ts FOLDER NOW` fills a folder with the same history each time, up to half a minute before
// `NOW`, and prints its newest id. A process of its own, so that its clock can stand (fixed-clock.cjs).
import { createSqlitePostbackStore } from '../../../../src/services/store/sqlite-postback-store.ts'
import { aCapturedRequest, OK_REPLY } from '../../../support/builders.ts'
import { randomTarget, seededRandom } from '../../../support/dev-fake/traffic.ts'

const SPAN_MS = 50 * 60_000
const SEEDED = 240
/** What stands on top, the newest last: a user whose amounts show what a sum is made of, and one slip of a paste. */
const NEWEST = [
  ...['0.1', '0.2', '1,50', '5', '5'].map((amount) => `/hitpoint?user_id=anna&reward_amount=${amount}`),
  '/hitpoint?user_id=u_1042&amp;reward_amount=12.50&click=%E2%80%8Ba%20b',
]

const [folder = '', now = ''] = process.argv.slice(2)
const store = await createSqlitePostbackStore({ folder, appVersion: 'test' })
const random = seededRandom(11)
const targets = [...Array.from({ length: SEEDED }, () => randomTarget(random)), ...NEWEST]
const start = Number(now) - 30_000 - SPAN_MS
const stored = await Promise.all(
  targets.map((target, index) => {
    const receivedAt = Math.round(start + (index / (targets.length - 1)) * SPAN_MS)
    return store.append(aCapturedRequest({ target, receivedAt }), OK_REPLY)
  }),
)
for (const [index, { id, receivedAt }] of stored.entries()) {
  store.recordReply(id, { sentAt: receivedAt + 1 + (index % 7), senderGone: false })
}
await store.close()
process.stdout.write(String(stored.at(-1)?.id ?? 0))
