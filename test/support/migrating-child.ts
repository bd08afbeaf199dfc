/** Brings a folder's history up to date with one step more, in which it stands still until it is killed. */
import type { Database } from 'better-sqlite3'
import { MIGRATIONS } from '../../src/services/store/migrations/all.ts'
import { openHistory } from '../../src/services/store/open-history.ts'

const standing = {
  version: 9990,
  up(database: Database) {
    database.exec('DELETE FROM request; CREATE TABLE half (a)')
    process.stdout.write('standing\n')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  },
}
openHistory(process.argv[2] ?? '', { migrations: [...MIGRATIONS, standing], appVersion: '2.0.0', at: 1 })
