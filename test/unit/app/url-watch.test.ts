import { describe, expect, it } from 'vitest'
import { createUrlWatch } from '../../../src/app/url-watch.ts'
import type { UrlChange } from '../../../src/core/status.ts'

function aMemo() {
  const values = new Map<string, string>()
  return {
    memo: (name: string) => Promise.resolve(values.get(name) ?? null),
    saveMemo: (name: string, value: string | null) => {
      if (value === null) values.delete(name)
      else values.set(name, value)
      return Promise.resolve()
    },
  }
}

async function aWatch(memo = aMemo()) {
  const told: (UrlChange | null)[] = []
  return { memo, told, watch: await createUrlWatch(memo, (change) => told.push(change)) }
}

const OLD = 'https://old.test'
const NEW = 'https://new.test'

describe('the watch over the public URL', () => {
  it('says nothing of the first URL there ever is', async () => {
    const { watch, told } = await aWatch()
    await watch.seen(OLD)
    expect(told).toEqual([])
  })

  it('says both URLs when another one comes, once', async () => {
    const { watch, told } = await aWatch()
    await watch.seen(OLD)
    await watch.seen(NEW)
    await watch.seen(NEW)
    expect(told).toEqual([expect.objectContaining({ oldUrl: OLD, newUrl: NEW })])
  })

  it('names the URL that the dashboard has, not the one in between', async () => {
    const { watch } = await aWatch()
    for (const url of [OLD, 'https://between.test', NEW]) await watch.seen(url)
    expect(watch.change).toMatchObject({ oldUrl: OLD, newUrl: NEW })
  })

  it('takes it back when the old URL returns', async () => {
    const { watch } = await aWatch()
    for (const url of [OLD, NEW, OLD]) await watch.seen(url)
    expect(watch.change).toBeNull()
  })

  it('stays over a restart until it is dismissed', async () => {
    const { watch, memo } = await aWatch()
    for (const url of [OLD, NEW]) await watch.seen(url)
    const restarted = await aWatch(memo)
    expect(restarted.watch.change).toMatchObject({ oldUrl: OLD, newUrl: NEW })
    await restarted.watch.dismiss()
    await restarted.watch.seen(NEW)
    expect(restarted.watch.change).toBeNull()
    expect((await aWatch(memo)).watch.change).toBeNull()
  })

  it('starts without a notice where the stored one is damaged', async () => {
    const memo = aMemo()
    await memo.saveMemo('url-change', '{"oldUrl": 5')
    expect((await aWatch(memo)).watch.change).toBeNull()
  })
})
