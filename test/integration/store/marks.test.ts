import { describe, expect, it } from 'vitest'
import { DEFAULT_ENDPOINT_CONFIG } from '../../../src/core/endpoint.ts'
import { EVERYTHING, NEWEST_FIRST, type PostbackFilter } from '../../../src/core/filter.ts'
import { type MarkPatch, NO_MARK, NO_MARK_SUMMARY } from '../../../src/core/mark.ts'
import type { PostbackStore } from '../../../src/core/ports.ts'
import { aCapturedRequest, OK_REPLY } from '../../support/builders.ts'
import { allIds, collect } from '../../support/collect.ts'
import { openStore, rereadDone } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

async function storeOf(count: number, folder?: string): Promise<PostbackStore> {
  const store = await openStore({ folder: folder ?? (await tempFolder()) })
  await Promise.all(
    Array.from({ length: count }, (_, at) =>
      store.append(aCapturedRequest({ target: `/hitpoint?user_id=u_${String(at)}&reward_amount=5` }), OK_REPLY),
    ),
  )
  return store
}

describe('A mark', () => {
  it('is none on a capture, and then what was set, on the row, in the detail and in an export', async () => {
    const store = await storeOf(2)
    const [fresh] = await store.byIds([1])
    expect(fresh?.mark).toEqual(NO_MARK_SUMMARY)
    expect(await store.marks.set([1], { pinned: true, note: 'Ask Ann.\nZoë \ud800' })).toEqual([
      { id: 1, pinned: true, colour: null, note: 'Ask Ann.\nZoë \ud800' },
    ])
    await store.marks.set([1], { colour: 'amber' })
    const summary = { pinned: true, colour: 'amber', hasNote: true }
    const page = await store.page({
      filter: EVERYTHING,
      sort: NEWEST_FIRST,
      cursor: null,
      newerThan: null,
      limit: 10,
    })
    expect(page.items.map(({ mark }) => mark)).toEqual([NO_MARK_SUMMARY, summary])
    expect(await store.detail(1)).toMatchObject({ mark: summary, note: 'Ask Ann.\nZoë \ud800' })
    expect(await collect(store.export({ ...EVERYTHING, pinned: true }))).toMatchObject([{ id: 1, mark: summary }])
  })

  it('survives a restart and a re-reading of the history', async () => {
    const folder = await tempFolder()
    const first = await storeOf(3, folder)
    await first.marks.set([2], { pinned: true, colour: 'green', note: 'kept' })
    const [endpoint] = await first.endpoints()
    const done = rereadDone(first)
    await first.saveEndpoint(endpoint?.id ?? '', { ...DEFAULT_ENDPOINT_CONFIG, userIdParam: 'uid' })
    await done
    await first.close()
    const second = await openStore({ folder })
    const detail = await second.detail(2)
    expect(detail?.userId).toBeNull()
    expect(detail).toMatchObject({ mark: { pinned: true, colour: 'green', hasNote: true }, note: 'kept' })
  })

  it('leaves nothing behind when everything is taken away, and can be set again', async () => {
    const store = await storeOf(1)
    await store.marks.set([1], { pinned: true, colour: 'red', note: 'x' })
    expect(await store.marks.set([1], { pinned: false, colour: null, note: ' ' })).toEqual([{ id: 1, ...NO_MARK }])
    expect(await allIds(store, { filter: { ...EVERYTHING, hasNote: true } })).toEqual([])
    expect(await store.marks.set([1], { colour: 'blue' })).toEqual([{ id: 1, ...NO_MARK, colour: 'blue' }])
  })

  it('passes over requests that do not exist, and says so where none does', async () => {
    const store = await storeOf(1)
    expect(await store.marks.set([7, 1], { pinned: true })).toHaveLength(1)
    await expect(store.marks.set([7, 8], { pinned: true })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('A filter by marks', () => {
  const MARKS: readonly (readonly [number, MarkPatch])[] = [
    [1, { pinned: true }],
    [2, { pinned: true, colour: 'red', note: 'Ask Ann about ÄRGER 100%_x' }],
    [3, { colour: 'blue' }],
    [4, { note: 'done' }],
  ]
  const cases: readonly (readonly [string, Partial<PostbackFilter>, readonly number[]])[] = [
    ['pinned', { pinned: true }, [1, 2]],
    ['not pinned', { pinned: false }, [3, 4, 5]],
    ['with a note', { hasNote: true }, [2, 4]],
    ['without a note', { hasNote: false }, [1, 3, 5]],
    ['of a colour', { colours: ['red'] }, [2]],
    ['of any of several colours', { colours: ['red', 'blue', 'green'] }, [2, 3]],
    ['not of a colour', { excludeColours: ['red'] }, [1, 3, 4, 5]],
    ['with words in the note, in any case', { noteTexts: ['ask ann', 'ärger'] }, [2]],
    ['with what would be a wildcard', { noteTexts: ['100%_x'] }, [2]],
    ['without words in the note', { excludeNoteTexts: ['ann', 'done'] }, [1, 3, 5]],
    ['with several at once, and others', { pinned: true, hasNote: true, userId: 'u_1', verdicts: ['pass'] }, [2]],
    ['and a code', { pinned: true, codes: ['param-missing'] }, []],
  ]

  it('finds what is marked so, in every order', async () => {
    const store = await storeOf(5)
    for (const [id, patch] of MARKS) await store.marks.set([id], patch)
    for (const [name, filter, expected] of cases) {
      const whole = { ...EVERYTHING, ...filter }
      for (const column of ['received', 'userId', 'status'] as const) {
        const sort = { column, direction: 'ascending' } as const
        expect(await allIds(store, { filter: whole, sort }), name).toEqual(expected)
      }
      expect((await store.counts(whole)).total, name).toBe(expected.length)
    }
  })
})
