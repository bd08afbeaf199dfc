import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { EVERYTHING } from '../../../src/core/filter.ts'
import { openHistoryReader } from '../../../src/services/store/sqlite-postback-store.ts'
import { aCapturedRequest, OK_REPLY } from '../../support/builders.ts'
import { collect } from '../../support/collect.ts'
import { openStore } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

describe('A history reader', () => {
  it('reads beside a running store, what that had when the export began', async () => {
    const folder = await tempFolder()
    const store = await openStore({ folder })
    await Promise.all(Array.from({ length: 1200 }, () => store.append(aCapturedRequest(), OK_REPLY)))
    const reader = await openHistoryReader(folder)
    onTestFinished(() => reader.close())
    expect(await reader.endpoints()).toEqual(await store.endpoints())
    const ids: number[] = []
    for await (const detail of reader.export(EVERYTHING)) {
      ids.push(detail.id)
      if (ids.length === 1) await store.append(aCapturedRequest(), OK_REPLY)
    }
    expect(ids).toEqual(Array.from({ length: 1200 }, (_, n) => n + 1))
    expect(await collect(reader.export({ ...EVERYTHING, userId: 'nobody' }))).toEqual([])
  })

  it('reads a closed history, bodies of many megabytes among it, and leaves the folder usable', async () => {
    const folder = await tempFolder()
    const store = await openStore({ folder })
    const body = new Uint8Array(1024 * 1024)
    await Promise.all(
      Array.from({ length: 12 }, () => store.append(aCapturedRequest({ method: 'POST', body }), OK_REPLY)),
    )
    await store.close()
    const reader = await openHistoryReader(folder)
    expect(await collect(reader.export(EVERYTHING))).toHaveLength(12)
    await reader.close()
    await expect(reader.endpoints()).rejects.toMatchObject({ code: 'closed' })
    expect((await (await openStore({ folder })).counts(EVERYTHING)).total).toBe(12)
  })

  it('refuses a folder without a history, and a history of a newer version', async () => {
    const folder = await tempFolder()
    await expect(openHistoryReader(folder)).rejects.toMatchObject({ name: 'StoreError', code: 'not-found' })
    await (await openStore({ folder })).close()
    const database = new Database(join(folder, 'history.db'))
    database.pragma('user_version = 9990')
    database.close()
    await expect(openHistoryReader(folder)).rejects.toMatchObject({ name: 'StoreError', code: 'newer-version' })
  })
})
