import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { StoreStatus } from '../../../src/core/status.ts'
import { ReaderClient } from '../../../src/services/store/reader-client.ts'
import { WriterClient } from '../../../src/services/store/writer-client.ts'
import { aCapturedRequest, OK_REPLY } from '../../support/builders.ts'
import { openStore } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

describe('A writer that dies', () => {
  it.each([
    { of: 'an end of its own', death: 'exit', why: /ended by itself/ },
    { of: 'an error that nobody caught', death: 'throw', why: /nobody caught/ },
    { of: 'its memory', death: 'memory', why: /memory/ },
  ])('of $of refuses what was under way, says why, and the next capture finds another one', async ({ death, why }) => {
    const statuses: StoreStatus['state'][] = []
    const folder = await tempFolder()
    await writeFile(join(folder, 'death'), death)
    const writer = new WriterClient({
      folder,
      resourceLimits: { maxOldGenerationSizeMb: 64 },
      appVersion: '1.2.3',
      maxPages: null,
      now: Date.now,
      onNews: () => {},
      onStatus: (status) => statuses.push(status.state),
      url: new URL('../../support/dying-writer.ts', import.meta.url),
    })
    onTestFinished(() => writer.end())
    const captures = [{ request: aCapturedRequest(), reply: OK_REPLY }]
    await expect(writer.commit(captures, [])).rejects.toMatchObject({ code: 'io', message: expect.stringMatching(why) })
    expect(statuses).toEqual(['refusing'])
    const { results } = await writer.commit(captures, [])
    expect(results).toMatchObject([{ ok: true, summary: { userId: 'u_1001' } }])
    expect(statuses).toEqual(['refusing', 'ok'])
  })

  it('refuses with the reason as long as no other one can open the history, and then goes on', async () => {
    const folder = await tempFolder()
    const holder = await openStore({ folder })
    const writer = new WriterClient({
      folder,
      appVersion: '1.2.3',
      maxPages: null,
      now: Date.now,
      onNews: () => {},
      onStatus: () => {},
    })
    onTestFinished(() => writer.end())
    const captures = [{ request: aCapturedRequest(), reply: OK_REPLY }]
    for (let attempt = 0; attempt < 2; attempt++) {
      await expect(writer.commit(captures, [])).rejects.toMatchObject({ code: 'in-use' })
    }
    await holder.close()
    expect((await writer.commit(captures, [])).refusal).toBeNull()
  })
})

describe('A reader that dies', () => {
  async function reader(deaths: number): Promise<ReaderClient> {
    const folder = await tempFolder()
    await (await openStore({ folder })).close()
    await writeFile(join(folder, 'deaths'), String(deaths))
    const client = new ReaderClient({ folder }, new URL('../../support/dying-reader.ts', import.meta.url))
    onTestFinished(() => client.end())
    return client
  }

  it('is replaced, and what was asked is answered all the same', async () => {
    const client = await reader(1)
    expect(await Promise.all([client.call('memo', { name: 'a' }), client.call('endpoints', null)])).toMatchObject([
      null,
      [{ path: '/hitpoint' }],
    ])
  })

  it('twice of the same call gives an error instead of a wait, and later calls are answered', async () => {
    const client = await reader(2)
    await expect(client.call('memo', { name: 'a' })).rejects.toMatchObject({ name: 'StoreError', code: 'io' })
    expect(await client.call('memo', { name: 'a' })).toBeNull()
  })
})
