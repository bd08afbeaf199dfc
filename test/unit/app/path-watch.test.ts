import { expect, test } from 'vitest'
import { createPathWatch } from '../../../src/app/path-watch.ts'
import { DEFAULT_ENDPOINT_CONFIG, type Endpoint } from '../../../src/core/endpoint.ts'
import type { PageRequest } from '../../../src/core/ports.ts'
import type { PostbackSummary } from '../../../src/core/postback.ts'
import { aPostbackSummary } from '../../support/builders.ts'

const at = (path: string): Endpoint => ({ ...DEFAULT_ENDPOINT_CONFIG, id: 'e1', path })

/** A store whose pages are answered only when `answer` is called. */
function slowStore() {
  const stored: PostbackSummary[] = []
  let answer = (): void => {}
  const asked = new Promise<void>((resolve) => {
    answer = resolve
  })
  return {
    stored,
    answer: () => answer(),
    memo: () => Promise.resolve(null),
    saveMemo: () => Promise.resolve(),
    async page({ filter: { to } }: PageRequest) {
      await asked
      return { items: stored.filter(({ receivedAt }) => to === null || receivedAt < to), next: null }
    },
  }
}

test('what comes to a new path while its change is still looked into does not make the old path a used one', async () => {
  const store = slowStore()
  const watch = await createPathWatch(store, () => {})
  const looked = watch.changed(at('/hitpoint'), at('/cb'))
  store.stored.push(aPostbackSummary({ receivedAt: Date.now() + 1 }))
  store.answer()
  await looked
  expect(watch.changes).toEqual([])
})

test('what came before a change makes the old path a used one', async () => {
  const store = slowStore()
  const watch = await createPathWatch(store, () => {})
  store.stored.push(aPostbackSummary({ receivedAt: Date.now() - 1 }))
  store.answer()
  await watch.changed(at('/hitpoint'), at('/cb'))
  expect(watch.changes).toMatchObject([{ oldPath: '/hitpoint', newPath: '/cb' }])
})
