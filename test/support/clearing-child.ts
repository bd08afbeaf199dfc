/**
 * A store in a process of its own that is to die in the middle: `clearing-child.ts FOLDER UPTO`. It removes everything up to
 * that id that nobody marked, or goes on with that, and stores one request after the other meanwhile. A line for each that
 * was acknowledged (`stored ID TARGET`), and one for each step of the removal (`removed N`, `over`).
 */
import { setTimeout as pause } from 'node:timers/promises'
import { EVERYTHING } from '../../src/core/filter.ts'
import { createSqlitePostbackStore } from '../../src/services/store/sqlite-postback-store.ts'
import { aCapturedRequest, OK_REPLY } from './builders.ts'

const [folder = '', upTo = '0'] = process.argv.slice(2)
const store = await createSqlitePostbackStore({ folder, appVersion: '1.2.3' })
const say = (line: string): void => void process.stdout.write(`${line}\n`)
let isOver = false
store.on((event) => {
  if (event.type !== 'clearing') return
  const { state, removed } = event.clearing
  isOver = state === 'done'
  say(isOver ? 'over' : `removed ${String(removed)}`)
})
const selection = { filter: EVERYTHING, ids: null, upTo: Number(upTo) }
// One that was broken off goes on by itself, and this is then refused.
await store.removals.begin({ selection, cause: 'by-hand', what: 'test' }).catch(() => {})
for (let at = 0; process.connected; at += 1) {
  const target = `/hitpoint?user_id=${String(process.pid)}_${String(at)}&reward_amount=5`
  const { id } = await store.append(aCapturedRequest({ target, receivedAt: Date.now() }), OK_REPLY)
  say(`stored ${String(id)} ${target}`)
  await pause(1)
}
await store.removals.settled()
await store.close()
