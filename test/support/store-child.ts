/** A process that appends to the store of a folder without end, and prints the id of each append that is resolved. */
import { createSqlitePostbackStore } from '../../src/services/store/sqlite-postback-store.ts'
import { aCapturedRequest, OK_REPLY } from './builders.ts'

const SENDERS = 32
const store = await createSqlitePostbackStore({ folder: process.argv[2] ?? '', appVersion: '1.2.3' })
process.stdout.write('open\n')

const send = async (): Promise<never> => {
  for (;;) {
    const { id } = await store.append(aCapturedRequest({ receivedAt: Date.now() }), OK_REPLY)
    process.stdout.write(`${String(id)}\n`)
  }
}
await Promise.all(Array.from({ length: SENDERS }, send))
