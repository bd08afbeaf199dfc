import { describe, expect, it } from 'vitest'
import { ownWindowHash, ownWindowId, placeSchema, postbackAt, shownPostbackId } from '../../../src/core/place.ts'

describe('a place in the screen', () => {
  it('shows a postback where it names one of the list’s', () => {
    expect(shownPostbackId({ view: 'postbacks', id: '12' })).toBe(12)
    expect(shownPostbackId({ view: 'postbacks', id: '012' })).toBeNull()
    expect(shownPostbackId({ view: 'endpoints', id: '12' })).toBeNull()
  })

  it('of a postback’s own window is told from every other', () => {
    expect(ownWindowId(ownWindowHash(7))).toBe(7)
    for (const hash of ['', '#/postbacks/7', '#/window/postback/', '#/window/postback/7/8', '#/window/user/7']) {
      expect(ownWindowId(hash)).toBeNull()
    }
  })

  it('has a postback in sight in both', () => {
    expect(postbackAt('#/postbacks/7')).toBe(7)
    expect(postbackAt('#/window/postback/7')).toBe(7)
    expect(postbackAt('#/postbacks')).toBeNull()
    expect(postbackAt('#/endpoints/7')).toBeNull()
  })

  it('is nothing but a view of the screen and a short name', () => {
    expect(placeSchema.safeParse({ view: 'verify', id: null }).success).toBe(true)
    expect(placeSchema.safeParse({ view: '../verify', id: null }).success).toBe(false)
    expect(placeSchema.safeParse({ view: 'verify', id: 'x'.repeat(201) }).success).toBe(false)
  })
})
