import { describe, expect, it } from 'vitest'
import { EVERYTHING } from '../../../src/core/filter.ts'
import { LazyReader } from '../../../src/services/store/lazy-reader.ts'
import { ReaderClient } from '../../../src/services/store/reader-client.ts'
import { aCapturedRequest, OK_REPLY } from '../../support/builders.ts'
import { openStore } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

describe('a reader that nobody asks', () => {
  it('ends its thread, and answers the next question from a new one', async () => {
    const folder = await tempFolder()
    const store = await openStore({ folder })
    await store.append(aCapturedRequest(), OK_REPLY)
    let started = 0
    const reader = new LazyReader(() => {
      started += 1
      return new ReaderClient({ folder })
    }, 50)
    const count = async (): Promise<number> => (await reader.call('counts', { filter: EVERYTHING })).total
    expect(reader.rests).toBe(false)
    expect(await Promise.all([count(), count()])).toEqual([1, 1])
    await expect.poll(() => reader.rests).toBe(true)
    await store.append(aCapturedRequest(), OK_REPLY)
    expect(await Promise.all([count(), count()])).toEqual([2, 2])
    expect([started, reader.rests]).toEqual([2, false])
    await expect.poll(() => reader.rests).toBe(true)
    await reader.end()
    await expect(count()).rejects.toThrow('closed')
  })

  it('lets go of the file before a pause begins, also while it goes to rest, and waits for its end', async () => {
    const folder = await tempFolder()
    const store = await openStore({ folder })
    await store.append(aCapturedRequest(), OK_REPLY)
    const reader = new LazyReader(() => new ReaderClient({ folder }), 0)
    await reader.call('counts', { filter: EVERYTHING })
    await expect.poll(() => reader.rests).toBe(true)
    let over = (): void => {}
    const pause = new Promise<void>((resolve) => {
      over = resolve
    })
    await reader.pause(pause)
    let answered = false
    const asked = reader.call('counts', { filter: EVERYTHING }).then(({ total }) => {
      answered = true
      return total
    })
    await store.append(aCapturedRequest(), OK_REPLY)
    expect(answered).toBe(false)
    over()
    expect(await asked).toBe(2)
    await reader.end()
  })
})
