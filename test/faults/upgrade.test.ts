import { statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { LATEST_VERSION } from '../../src/services/store/migrations/all.ts'
import { allRowsOf, columnsOfAll, makeOlderHistory } from '../support/older-history.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { startProduct, startServe } from './product.ts'
import { mountSmallDisk } from './small-disk.ts'

/** A history of the first version that is large enough for a disk to fill up in the middle of its copy. */
async function anOlderHistory(): Promise<string> {
  const file = join(await tempFolder(), 'history.db')
  makeOlderHistory(file, 10)
  const database = new Database(file)
  database.exec('UPDATE request SET body = randomblob(3000)')
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.exec('VACUUM')
  database.close()
  return file
}

const versionIn = (file: string): unknown => {
  const database = new Database(file, { readonly: true })
  try {
    return database.pragma('user_version', { simple: true })
  } finally {
    database.close()
  }
}

describe('A history of an earlier version on a disk that is too full to bring it up to date', () => {
  it.for([
    { where: 'before its copy', room: () => 16 * 1024, says: /is full/ },
    {
      where: 'in the middle of its copy',
      room: (size: number) => size / 2,
      says: /no way to copy it first.*make room/,
    },
    { where: 'in the middle of a step', room: (size: number) => size + 72 * 1024, says: /is full|make room/ },
  ])(
    '$where is refused with a sentence, keeps every row, and comes up once there is room',
    async ({ where, room, says }, context) => {
      const disk = await mountSmallDisk(8)
      if (typeof disk === 'string') return context.skip(disk)
      const original = await anOlderHistory()
      const columns = columnsOfAll(original)
      const before = allRowsOf(original, columns)
      // A start notes itself down in these two.
      const { meta: _meta, outage: _outage, ...kept } = before
      disk.copyIn(original, 'history.db')
      disk.leave(room(statSync(original).size))
      const refused = startServe(disk.folder, { before: disk.before })
      expect(await refused.ended()).toBe(3)
      expect(refused.stderr().trim().split('\n')).toHaveLength(1)
      expect(refused.stderr()).toMatch(says)

      const out = await tempFolder()
      const file = join(out, 'history.db')
      const names = disk.names()
      for (const name of names.filter((name) => name.startsWith('history.db'))) disk.copyOut(name, join(out, name))
      console.log(
        `upgrade ${where}: exit 3, version ${String(versionIn(file))}, left ${names.join(' ')}: ${refused.stderr().trim()}`,
      )
      expect(allRowsOf(file, columns)).toEqual(before)

      disk.free()
      const product = await startProduct(disk.folder, { before: disk.before })
      expect(await product.stop('SIGTERM')).toBe(0)
      const later = join(await tempFolder(), 'history.db')
      disk.copyOut('history.db', later)
      expect(versionIn(later)).toBe(LATEST_VERSION)
      expect(allRowsOf(later, columns)).toMatchObject(kept)
    },
  )
})
