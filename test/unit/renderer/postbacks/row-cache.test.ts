import { describe, expect, it } from 'vitest'
import { createRowCache } from '../../../../src/renderer/features/postbacks/list/row-cache.ts'
import { createSkeleton } from '../../../../src/renderer/features/postbacks/list/skeleton.ts'
import { aPostbackSummary } from '../../../support/builders.ts'

const row = (id: number) => aPostbackSummary({ id })

describe('rows in memory', () => {
  it('forget those that were not looked at for longest', () => {
    const cache = createRowCache(3)
    cache.put([row(1), row(2), row(3)])
    cache.get(1)
    cache.put([row(4)])
    expect([1, 2, 3, 4].filter((id) => cache.has(id))).toEqual([1, 3, 4])
    expect(cache.size).toBe(3)
  })

  it('say whether a reply belongs to one of them', () => {
    const cache = createRowCache(3)
    cache.put([row(1)])
    expect(cache.setReply(2, { sentAt: 5, senderGone: false })).toBe(false)
    expect(cache.setReply(1, { sentAt: 5, senderGone: false })).toBe(true)
    expect(cache.get(1)?.reply).toEqual({ status: 200, sentAt: 5, senderGone: false })
  })
})

describe('the skeleton of a list', () => {
  it('keeps arrivals above what was loaded, newest first', () => {
    const skeleton = createSkeleton([3, 2])
    skeleton.addOnTop([4, 5])
    skeleton.addBelow([1])
    expect(Array.from({ length: 6 }, (_, index) => skeleton.idAt(index))).toEqual([5, 4, 3, 2, 1, undefined])
    expect([5, 4, 3, 1].map((id) => skeleton.indexOf(id))).toEqual([0, 1, 2, 4])
    expect(skeleton.indexOf(99)).toBe(-1)
    expect(skeleton.idAt(-1)).toBeUndefined()
  })
})
